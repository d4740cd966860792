# Golden numbers for comparisons and planning, from base R: `Rscript test/golden/inference-comparisons.R`, run from the
# project's root, writes test/golden/inference-comparisons.json again, byte for byte. R 4.2.2.

numbers <- function(values) paste0("[", paste(sprintf("%.17g", values), collapse = ", "), "]")
object <- function(fields) {
  paste0("    { ", paste(sprintf('"%s": %s', names(fields), unlist(fields)), collapse = ", "), " }")
}
section <- function(name, cases) paste0('  "', name, '": [\n', paste(sapply(cases, object), collapse = ",\n"), "\n  ]")
number <- function(value) sprintf("%.17g", value)
text <- function(value) paste0('"', value, '"')

# NPS: detractors, passives, promoters of two groups; differences of shares by their definition.
moments <- function(g) { v <- rep(c(-1, 0, 1), 1); p <- g / sum(g); m <- sum(p * v); c(m, sum(p * v^2) - m^2, sum(g)) }
npsDifference <- function(a, b, add, level) {
  x <- moments(a + add); y <- moments(b + add)
  se <- sqrt(x[2] / x[3] + y[2] / y[3]); d <- y[1] - x[1]; z <- qnorm((1 + level) / 2)
  list(statistic = d / se, p = 2 * pnorm(-abs(d / se)), low = 100 * max(-2, d - z * se), high = 100 * min(2, d + z * se))
}
pseudo <- c(0.75, 1.5, 0.75)
npsCases <- list(
  list(c(8, 13, 15), c(4, 9, 20), 0.95), list(c(1, 2, 3), c(3, 2, 1), 0.9), list(c(100, 200, 200), c(90, 190, 240), 0.99),
  list(c(0, 0, 10), c(10, 0, 0), 0.95), list(c(0, 0, 10), c(0, 0, 12), 0.95), list(c(1, 0, 0), c(0, 1, 0), 0.5),
  list(c(40000, 30000, 52000), c(41000, 30100, 52500), 0.95))
npsRows <- lapply(npsCases, function(k) {
  r <- npsDifference(k[[1]], k[[2]], pseudo, k[[3]])
  list(before = numbers(k[[1]]), after = numbers(k[[2]]), level = k[[3]], statistic = number(r$statistic), pValue = number(r$p),
       interval = numbers(c(r$low, r$high)))
})
npsWald <- lapply(npsCases[c(1, 2, 3, 7)], function(k) {
  r <- npsDifference(k[[1]], k[[2]], 0, k[[3]])
  list(before = numbers(k[[1]]), after = numbers(k[[2]]), level = k[[3]], statistic = number(r$statistic), pValue = number(r$p),
       interval = numbers(c(r$low, r$high)))
})

# CSAT: satisfied and asked of two groups. Wilson limits by prop.test, N - 1 from its chi-square, Irwin's rule by fisher.test.
wilson <- function(k, n, level) as.numeric(suppressWarnings(prop.test(k, n, correct = FALSE, conf.level = level))$conf.int)
csatCases <- list(c(48, 80, 56, 70), c(3, 10, 9, 10), c(2, 7, 6, 7), c(0, 29, 5, 56), c(0, 20, 0, 10), c(0, 10, 0, 10),
  c(0, 20, 10, 10), c(0, 10, 10, 10), c(18, 20, 10, 20), c(1, 2, 2, 2), c(1, 100, 3, 5), c(0, 3, 2, 400), c(3, 3, 399, 400),
  c(400, 1000, 431, 1010), c(1, 12, 0, 9), c(2, 2, 0, 30), c(5, 5, 2, 1000))
csatRows <- lapply(csatCases, function(k) {
  p <- k[1] / k[2]; q <- k[3] / k[4]; a <- wilson(k[1], k[2], 0.95); b <- wilson(k[3], k[4], 0.95)
  table <- matrix(c(k[1], k[2] - k[1], k[3], k[4] - k[3]), 2); N <- k[2] + k[4]
  least <- min(outer(rowSums(table), colSums(table)) / N)
  if (least < 1) { test <- "fisher-irwin"; statistic <- "null"; pValue <- fisher.test(table)$p.value } else {
    test <- "n-1-two-proportion"; chi <- as.numeric(suppressWarnings(chisq.test(table, correct = FALSE))$statistic) * (N - 1) / N
    statistic <- number(sign(q - p) * sqrt(chi)); pValue <- pchisq(chi, 1, lower.tail = FALSE)
  }
  list(counts = numbers(k), test = text(test), statistic = statistic, pValue = number(pValue),
       interval = numbers(100 * c(q - p - sqrt((q - b[1])^2 + (a[2] - p)^2), q - p + sqrt((b[2] - q)^2 + (p - a[1])^2))))
})

# CES: counts of the ratings 1 to 7 of two groups.
cesCases <- list(
  list(c(80, 210, 140, 110, 160, 180, 120), c(60, 150, 140, 140, 190, 200, 130), 0.95),
  list(c(0, 0, 1, 1, 2, 3, 3), c(2, 1, 0, 3, 1, 0, 1), 0.9), list(c(1, 0, 0, 0, 0, 0, 1), c(0, 0, 0, 1, 1, 0, 0), 0.95),
  list(c(0, 0, 0, 0, 5, 0, 0), c(1, 1, 0, 0, 0, 2, 1), 0.95))
clamp <- function(x, most) pmin(pmax(x, -most), most)
cesRows <- lapply(cesCases, function(k) {
  t <- t.test(rep(1:7, k[[2]]), rep(1:7, k[[1]]), conf.level = k[[3]])
  list(before = numbers(k[[1]]), after = numbers(k[[2]]), level = k[[3]], statistic = number(t$statistic), degreesOfFreedom = number(t$parameter),
       pValue = number(t$p.value), interval = numbers(clamp(as.numeric(t$conf.int), 6)))
})

# One sample. The score test of a net share: the variance where it is delta and the bottom share fits best (by optimize).
scoreZ <- function(g, delta) {
  n <- sum(g)
  logLikelihood <- function(q) {
    s <- c(q, 1 - 2 * q - delta, q + delta); s <- pmax(s, 0); sum(ifelse(g == 0, 0, g * log(s)))
  }
  A <- 2 * n; B <- -g[3] - g[1] + (2 * n - g[3] + g[1]) * delta; C <- -g[1] * delta * (1 - delta)
  q <- (sqrt(B^2 - 4 * A * C) - B) / (2 * A)
  best <- optimize(logLikelihood, c(max(0, -delta), (1 - delta) / 2), maximum = TRUE, tol = 1e-12)$maximum
  stopifnot(abs(q - best) < 1e-5)
  (g[3] - g[1] - n * delta) / sqrt(n * (2 * q + delta - delta^2))
}
npsBenchmarks <- list(list(c(8, 13, 15), 0), list(c(8, 13, 15), 50), list(c(1, 2, 3), -20), list(c(2, 0, 9), 90))
npsBenchmarkRows <- lapply(npsBenchmarks, function(k) {
  b <- k[[2]] / 100; m <- moments(k[[1]]); a <- moments(k[[1]] + pseudo)
  z <- c((a[1] - b) / sqrt(a[2] / a[3]), (m[1] - b) / sqrt(m[2] / m[3]), scoreZ(k[[1]], b))
  list(counts = numbers(k[[1]]), benchmark = k[[2]], statistics = numbers(z), pValues = numbers(2 * pnorm(-abs(z))))
})
csatBenchmarks <- list(c(18, 20, 70), c(18, 20, 97), c(0, 8, 30), c(8, 8, 80), c(431, 1010, 40), c(3, 11, 27.5))
csatBenchmarkRows <- lapply(csatBenchmarks, function(k) {
  b <- k[3] / 100; z <- (k[1] / k[2] - b) / sqrt(b * (1 - b) / k[2])
  chi <- suppressWarnings(prop.test(k[1], k[2], b, correct = FALSE))
  stopifnot(abs(chi$statistic - z^2) < 1e-9 * z^2)
  exact <- min(1, 2 * min(pbinom(k[1], k[2], b), pbinom(k[1] - 1, k[2], b, lower.tail = FALSE)))
  lower <- if (k[1] == 0) 1 else pbeta(b, k[1] + 0.5, k[2] - k[1] + 0.5)
  upper <- if (k[1] == k[2]) 1 else pbeta(b, k[1] + 0.5, k[2] - k[1] + 0.5, lower.tail = FALSE)
  list(counts = numbers(k[1:2]), benchmark = k[3], statistic = number(z), pValue = number(as.numeric(chi$p.value)), exact = number(exact),
       jeffreys = number(min(1, 2 * min(lower, upper))))
})
cesBenchmarkRows <- lapply(list(list(cesCases[[1]][[1]], 4), list(cesCases[[2]][[1]], 4.5)), function(k) {
  t <- t.test(rep(1:7, k[[1]]), mu = k[[2]])
  list(counts = numbers(k[[1]]), benchmark = k[[2]], statistic = number(t$statistic), degreesOfFreedom = number(t$parameter), pValue = number(t$p.value))
})

# The same respondents twice.
before <- c(6, 9, 3, 7, 10, 5, 8, 0, 10, 9, 2, 7, 8, 10, 6, 9); after <- c(8, 9, 9, 10, 8, 7, 8, 3, 10, 10, 7, 9, 6, 10, 9, 9)
class <- function(r) ifelse(r >= 9, 1, ifelse(r >= 7, 0, -1))
t <- t.test(class(after), class(before), paired = TRUE)
pairedNps <- list(list(before = numbers(before), after = numbers(after), statistic = number(t$statistic), pValue = number(t$p.value),
  interval = numbers(100 * as.numeric(t$conf.int))))
u <- t.test(pmin(after, 6) + 1, pmin(before, 6) + 1, paired = TRUE)
pairedCes <- list(list(before = numbers(pmin(before, 6) + 1), after = numbers(pmin(after, 6) + 1), statistic = number(u$statistic),
  pValue = number(u$p.value), interval = numbers(as.numeric(u$conf.int))))
# Both, only before, only after, neither satisfied. Tango's limits: where the score statistic is the critical value.
pairedCsat <- lapply(list(c(794, 86, 150, 570), c(10, 2, 7, 5), c(3, 0, 4, 1), c(0, 1, 1, 0)), function(k) {
  test <- mcnemar.test(matrix(k, 2), correct = FALSE); g <- c(k[2], k[1] + k[4], k[3]); z <- qnorm(0.975); d <- (k[3] - k[2]) / sum(k)
  root <- function(target, from, to) uniroot(function(x) scoreZ(g, x) - target, c(from, to), tol = 1e-15)$root
  list(counts = numbers(k), statistic = number(sign(k[3] - k[2]) * sqrt(as.numeric(test$statistic))), pValue = number(as.numeric(test$p.value)),
       interval = numbers(100 * c(root(z, -1 + 1e-9, d), root(-z, d, 1 - 1e-9))))
})

# Several tests.
p <- list(c(0.001, 0.012, 0.03, 0.04, 0.2), c(0.04, 0.001, 0.03), c(0.5, 0.5, 0.5), c(0.9, 0.01, 0.01, 0.2, 0.02, 1, 0), 0.3)
adjusted <- lapply(p, function(v) list(pValues = numbers(v), holm = numbers(p.adjust(v, "holm")), benjaminiHochberg = numbers(p.adjust(v, "BH"))))

# Planning. Sizes are R's, rounded up.
proportions <- list(c(0.5, 0.75, 0.9, 0.05), c(0.8, 0.85, 0.8, 0.05), c(0.9, 1, 0.8, 0.05), c(0.6, 0.4, 0.95, 0.01), c(0.1, 0.11, 0.6, 0.1))
tightest <- .Machine$double.eps
proportionRows <- lapply(proportions, function(k) {
  n <- power.prop.test(p1 = k[1], p2 = k[2], power = k[3], sig.level = k[4], tol = tightest)$n
  list(share = k[1], after = k[2], power = k[3], level = number(1 - k[4]), size = number(n), n = ceiling(n))
})
means <- list(c(1, 1, 0.9, 0.05), c(0.5, 1, 0.8, 0.05), c(0.2, 1.7, 0.8, 0.05), c(2, 0.5, 0.9, 0.05), c(0.3, 1.2, 0.99, 0.001), c(3, 1, 0.5, 0.2))
meanRows <- lapply(means, function(k) {
  n <- power.t.test(delta = k[1], sd = k[2], power = k[3], sig.level = k[4], tol = tightest)$n
  list(difference = k[1], standardDeviation = k[2], power = k[3], level = number(1 - k[4]), size = number(n), n = ceiling(n))
})
detectable <- lapply(list(c(64, 1, 0.8, 0.05), c(2, 1, 0.8, 0.05), c(10, 1.7, 0.9, 0.01), c(1000, 1.2, 0.5, 0.05)), function(k) {
  d <- power.t.test(n = k[1], sd = k[2], power = k[3], sig.level = k[4], tol = tightest)$delta
  list(n = k[1], standardDeviation = k[2], power = k[3], level = number(1 - k[4]), difference = number(d))
})
# Few people: the power with standard errors times sqrt((M - n) / (M - 1)), the first n for which it is enough, and the
# difference for which it is just enough.
powerOf <- list(
  nps = function(n, m, d, s, alpha) pnorm(d / (100 * sqrt(2 * s / (n * (m - 1) / (m - n) + 3))) - qnorm(1 - alpha / 2)),
  csat = function(n, m, d, s, alpha) power.prop.test(n = n * (m - 1) / (m - n), p1 = s, p2 = s + d / 100, sig.level = alpha)$power,
  ces = function(n, m, d, s, alpha) {
    df <- 2 * (n - 1); pt(qt(1 - alpha / 2, df), df, d / s * sqrt(n * (m - 1) / (m - n) / 2), lower.tail = FALSE)
  })
finite <- list(list("nps", 1000, 10, 0.56, 0.8, 0.05), list("nps", 90, 25, 1, 0.9, 0.1), list("nps", 40, 10, 0.4, 0.8, 0.05),
  list("csat", 1000, 5, 0.8, 0.8, 0.05), list("csat", 60, 30, 0.5, 0.9, 0.01), list("csat", 20000, -4, 0.6, 0.6, 0.05),
  list("ces", 300, 0.4, 1.5, 0.8, 0.05), list("ces", 12, 2, 1.2, 0.9, 0.05), list("ces", 5, 9, 0.5, 0.8, 0.05))
finiteRows <- lapply(finite, function(k) {
  power <- function(n, d) powerOf[[k[[1]]]](n, k[[2]], d, k[[4]], k[[6]])
  n <- if (k[[1]] == "ces") 2 else 1
  while (n < k[[2]] && power(n, k[[3]]) < k[[5]]) n <- n + 1
  far <- sign(k[[3]]) * switch(k[[1]], nps = 200, csat = 100 * (if (k[[3]] > 0) 1 - k[[4]] else k[[4]]) * (1 - 1e-12), ces = 3 * k[[3]])
  d <- uniroot(function(d) power(n, d) - k[[5]], sort(c(sign(k[[3]]) * 1e-6, far)), tol = tightest)$root
  list(metric = text(k[[1]]), population = k[[2]], difference = k[[3]], assumed = k[[4]], power = k[[5]], level = number(1 - k[[6]]),
    n = n, detectable = number(d))
})
tails <- lapply(list(c(2.1, 10, 1), c(4.3, 2, 3), c(12.7, 1, 5), c(1.98, 98, 2.8), c(1.96, 1e6, 2.8), c(2, 5, 0), c(30, 3, 20), c(2, 20, 8),
  c(0, 7, 1.5), c(2.5, 3.7, 0.3)), function(k) list(arguments = numbers(k), tail = number(pt(k[1], k[2], k[3], lower.tail = FALSE))))

writeLines(paste0("{\n", paste(
  section("nps", npsRows), section("npsWald", npsWald), section("csat", csatRows), section("ces", cesRows), section("npsBenchmark", npsBenchmarkRows),
  section("csatBenchmark", csatBenchmarkRows), section("cesBenchmark", cesBenchmarkRows), section("pairedNps", pairedNps),
  section("pairedCes", pairedCes), section("pairedCsat", pairedCsat), section("adjusted", adjusted),
  section("proportions", proportionRows), section("means", meanRows), section("detectable", detectable), section("finite", finiteRows), section("noncentralT", tails),
  sep = ",\n"), "\n}"), "test/golden/inference-comparisons.json")
