# Golden numbers for survey scores, from base R and the survey package: `Rscript test/golden/survey.R`, run from
# the project's root, writes test/golden/survey.json again, byte for byte. R 4.2.2, survey 4.1.1.
#
# Units: NPS on -1..1, proportions on 0..1, means on their scale. Wald and Agresti-Coull limits are clamped to the
# range, t intervals to the scale. `level` is a double and alpha is 1 - level, as doubles subtract.
# Where the textbook form of a formula cancels, another form of the same value is used here, so that the
# numbers are good to 1e-12 at a trillion answers too.

suppressMessages(library(survey))
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20260310)

clamp <- function(limits, low, high) pmin(pmax(limits, low), high)
upperQuantile <- function(level) qnorm((1 - level) / 2, lower.tail = FALSE)
near <- function(actual, expected, tolerance = 1e-9) {
  stopifnot(length(actual) == length(expected), abs(actual - expected) <= tolerance * abs(expected))
}

# The place where a falling function changes sign, to the last double.
halving <- function(falling, low, high) {
  repeat {
    middle <- low + (high - low) / 2
    if (middle <= low || middle >= high) return(middle)
    if (falling(middle) > 0) low <- middle else high <- middle
  }
}

# ---- net promoter score ------------------------------------------------------------------------------------------

# Variance of one answer, (P(R + D) + 4RD) / n^2: E v^2 - N^2 without its cancellation.
netVariance <- function(d, p, r) (p * (r + d) + 4 * r * d) / (d + p + r)^2

netWald <- function(d, p, r, z) {
  n <- d + p + r
  clamp((r - d) / n + c(-1, 1) * z * sqrt(netVariance(d, p, r) / n), -1, 1)
}

# The share of detractors that makes the counts most likely, given promoters - detractors = delta. The slope of the
# log-likelihood in it falls, so its sign change is the maximum; no closed form, unlike in the code under test.
likeliestDetractors <- function(d, p, r, delta) {
  slope <- function(q) {
    part <- function(count, share) if (count == 0) 0 else count / share
    part(d, q) + part(r, q + delta) - part(2 * p, 1 - 2 * q - delta)
  }
  halving(slope, max(0, -delta), (1 - delta) / 2)
}

# Lower end of the differences that the score test keeps.
scoreLower <- function(d, p, r, z) {
  n <- d + p + r
  excess <- function(delta) {
    variance <- 2 * likeliestDetractors(d, p, r, delta) + delta * (1 - delta)
    r - d - n * delta - z * sqrt(n * max(variance, 0))
  }
  halving(excess, -1, (r - d) / n)
}

npsCase <- function(counts, level) {
  d <- sum(counts[1:7]); p <- sum(counts[8:9]); r <- sum(counts[10:11])
  n <- d + p + r
  z <- upperQuantile(level)
  list(counts = counts, level = level, score = (r - d) / n, standardError = sqrt(netVariance(d, p, r) / n),
       wald = netWald(d, p, r, z), adjustedWald = netWald(d + 0.75, p + 1.5, r + 0.75, z),
       score_interval = c(scoreLower(d, p, r, z), -scoreLower(r, p, d, z)))
}

# Counts of the eleven ratings with given totals of detractors, passives and promoters.
spread <- function(d, p, r) c(d - d %/% 3, 0, 0, d %/% 3, 0, 0, 0, p %/% 2, p - p %/% 2, r %/% 4, r - r %/% 4)

levels <- c(0.001, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999999)

npsCases <- c(
  list(npsCase(rep(1, 11), 0.95), npsCase(c(0, 1, 1, 0, 1, 0, 0, 1, 1, 3, 2), 0.95)),
  apply(rbind(c(1, 2, 3), c(8, 13, 15), c(100, 200, 200), c(0, 0, 10), c(0, 10, 0), c(10, 0, 0), c(1, 0, 0),
              c(0, 1, 0), c(0, 0, 1), c(1, 0, 1), c(5, 0, 5), c(0, 1, 9), c(1, 9, 0), c(0, 0, 1e12), c(0, 1e12, 0),
              c(1e12, 0, 0), c(1, 0, 1e12 - 1), c(0, 1, 1e12 - 1), c(2e11, 3e11, 5e11), c(12, 1e12, 40)), 1,
        function(row) npsCase(spread(row[1], row[2], row[3]), 0.95)),
  lapply(levels, function(level) npsCase(spread(8, 13, 15), level)),
  lapply(levels, function(level) npsCase(spread(0, 0, 10), level)),
  lapply(1:24, function(i) {
    counts <- as.vector(rmultinom(1, round(10^runif(1, 0, 5)), runif(11)^2))
    npsCase(counts, sample(levels, 1))
  })
)

# ---- proportions -------------------------------------------------------------------------------------------------

proportionCase <- function(count, n, level) {
  alpha <- 1 - level
  z <- upperQuantile(level)
  failures <- n - count
  waldAround <- function(hits, misses) {
    total <- hits + misses
    clamp(hits / total + c(-1, 1) * z * sqrt(hits * misses / total) / total, 0, 1)
  }
  # Both roots of n(p - x)^2 = z^2 x(1 - x): the larger from a sum of positive terms, the smaller from their product.
  wilsonHigh <- function(hits, misses) {
    if (misses == 0) return(1)
    (hits + z^2 / 2 + z * sqrt(hits * misses / n + z^2 / 4)) / (n + z^2)
  }
  wilsonLow <- if (count == 0) 0 else count / n * count / (n + z^2) / wilsonHigh(count, failures)
  list(count = count, n = n, level = level,
       wilson = c(wilsonLow, wilsonHigh(count, failures)),
       agrestiCoull = waldAround(count + z^2 / 2, failures + z^2 / 2),
       jeffreys = c(if (count == 0) 0 else qbeta(alpha / 2, count + 0.5, failures + 0.5),
                    if (failures == 0) 1 else qbeta(alpha / 2, count + 0.5, failures + 0.5, lower.tail = FALSE)),
       clopperPearson = c(if (count == 0) 0 else qbeta(alpha / 2, count, failures + 1),
                          if (failures == 0) 1 else qbeta(alpha / 2, count + 1, failures, lower.tail = FALSE)),
       wald = waldAround(count, failures))
}

proportionCases <- c(
  apply(rbind(c(0, 1), c(1, 1), c(0, 10), c(10, 10), c(1, 10), c(9, 10), c(18, 20), c(5, 10), c(0, 1000),
              c(1000, 1000), c(1, 1000), c(0, 1e12), c(1e12, 1e12), c(1, 1e12), c(1e12 - 1, 1e12), c(5, 1e12),
              c(5e11, 1e12), c(123456789, 1e12)), 1,
        function(row) proportionCase(row[1], row[2], 0.95)),
  lapply(levels, function(level) proportionCase(18, 20, level)),
  lapply(levels, function(level) proportionCase(0, 7, level)),
  lapply(levels, function(level) proportionCase(37, 90, level)),
  lapply(1:21, function(i) {
    n <- round(10^runif(1, 0, 6))
    proportionCase(rbinom(1, n, runif(1)), n, sample(levels, 1))
  })
)

# ---- means -------------------------------------------------------------------------------------------------------

meanCase <- function(low, high, counts, level) {
  values <- low:high
  n <- sum(counts)
  mean <- sum(values * counts) / n
  standardError <- if (n > 1) sqrt(sum(counts * (values - mean)^2) / (n - 1) / n) else NA
  interval <- if (n > 1 && sum(counts > 0) > 1)
    clamp(mean + c(-1, 1) * qt((1 - level) / 2, n - 1, lower.tail = FALSE) * standardError, low, high)
  list(scale = c(low, high), counts = counts, level = level, mean = mean, standardError = standardError,
       interval = interval)
}

cesCounts <- c(80, 210, 140, 110, 160, 180, 120)
meanCases <- c(
  list(meanCase(1, 7, cesCounts, 0.95), meanCase(1, 7, tabulate(c(7, 6, 5, 7, 3, 4, 6, 7, 5, 6), 7), 0.95),
       meanCase(1, 7, c(0, 0, 0, 0, 0, 5, 0), 0.95), meanCase(1, 7, c(0, 0, 0, 0, 0, 0, 1), 0.95),
       meanCase(1, 7, c(0, 0, 0, 0, 0, 1, 1), 0.95), meanCase(1, 7, c(1, 0, 0, 0, 0, 0, 1), 0.95),
       meanCase(1, 5, c(0, 0, 0, 1, 9), 0.95), meanCase(0, 10, c(3, 0, 0, 1, 0, 2, 0, 4, 9, 6, 2), 0.9),
       meanCase(-3, 3, c(4, 1, 0, 7, 0, 2, 9), 0.99), meanCase(1, 7, c(1e11, 2e11, 0, 3e11, 1e11, 2e11, 1e11), 0.95),
       meanCase(1, 7, c(0, 0, 0, 1, 0, 0, 1e12 - 1), 0.95)),
  lapply(levels, function(level) meanCase(1, 7, c(1, 0, 2, 3, 5, 8, 4), level)),
  lapply(1:13, function(i) {
    scale <- list(c(1, 7), c(1, 5), c(0, 10), c(1, 10))[[sample(4, 1)]]
    points <- scale[2] - scale[1] + 1
    counts <- as.vector(rmultinom(1, round(10^runif(1, 0.4, 5)), runif(points)^2))
    meanCase(scale[1], scale[2], counts, sample(levels, 1))
  })
)

# ---- weights -----------------------------------------------------------------------------------------------------

# svydesign keeps rows of weight zero and svymean counts them in the n / (n - 1) of its variance.
weightedCase <- function(metric, scale, ratings, weights) {
  value <- switch(metric, nps = (ratings >= 9) - (ratings <= 6), csat = as.numeric(ratings >= 4), ces = ratings)
  fit <- svymean(~value, svydesign(ids = ~1, weights = ~w, data = data.frame(value = value, w = weights)))
  n <- length(ratings)
  taylor <- sqrt(n / (n - 1) * sum((weights * (value - coef(fit)))^2)) / sum(weights)
  near(as.vector(SE(fit)), as.vector(taylor), 1e-12)
  list(metric = metric, scale = scale, ratings = ratings, weights = weights, score = as.vector(coef(fit)),
       standardError = as.vector(SE(fit)), effectiveN = sum(weights)^2 / sum(weights^2))
}

scales <- list(nps = c(0, 10), csat = c(1, 5), ces = c(1, 7))
publishedRatings <- c(10, 9, 8, 7, 6, 3, 10, 9, 5, 0, 8, 10)
publishedWeights <- c(1.2, 0.8, 1, 1.5, 0.7, 2, 0.9, 1.1, 1.3, 0.6, 1.4, 0.5)
weightedCases <- c(
  list(weightedCase("nps", scales$nps, publishedRatings, publishedWeights),
       weightedCase("nps", scales$nps, publishedRatings, rep(1, 12)),
       weightedCase("nps", scales$nps, publishedRatings, rep(0.25, 12)),
       weightedCase("nps", scales$nps, c(10, 9, 0, 8, 7), c(1, 0, 2.5, 0, 0.5)),
       weightedCase("csat", scales$csat, c(5, 4, 3, 1), c(0, 0, 1, 2)),
       weightedCase("ces", scales$ces, c(7, 1, 4), c(0, 3, 1)),
       weightedCase("ces", scales$ces, c(6, 2), c(40, 0.5))),
  lapply(1:13, function(i) {
    metric <- c("nps", "csat", "ces")[i %% 3 + 1]
    scale <- scales[[metric]]
    n <- sample(2:25, 1)
    weights <- signif(rlnorm(n, 0, 0.8), 4)
    if (i %% 4 == 0) weights[sample(n, 1)] <- 0
    weightedCase(metric, scale, sample(scale[1]:scale[2], n, replace = TRUE), weights)
  })
)

# ---- published and hand-checked figures --------------------------------------------------------------------------

case <- npsCases[[1]]; near(case$score, -0.4545454545454545)
near(npsCases[[2]]$score, 0.2)
case <- npsCases[[3]]; near(case$score, 1 / 3); near(case$standardError, 0.304290309725)
case <- npsCases[[4]]
near(case$standardError, 0.129215608675)
near(case$wald, c(-0.0588134947999, 0.447702383689))
near(case$adjustedWald, c(-0.0628025944333, 0.421776953408))
near(case$score_interval, c(-0.067697464, 0.428669685), 1e-8)
near(npsCases[[5]]$adjustedWald, c(0.133417162505, 0.26419715161))
case <- npsCases[[6]]; near(case$wald, c(1, 1)); near(case$adjustedWald, c(0.4750355154, 1))
for (case in npsCases) {  # all promoters: (n - z^2) / (n + z^2)
  n <- sum(case$counts); square <- upperQuantile(case$level)^2
  if (sum(case$counts[10:11]) == n) near(case$score_interval, c((n - square) / (n + square), 1), 1e-12)
}
case <- proportionCases[[7]]; stopifnot(case$count == 18, case$n == 20)
near(case$wilson, c(0.6989663547715128, 0.972133518786232))
near(case$agrestiCoull, c(0.6867561125596077, 0.984343760998137))
near(case$clopperPearson, c(0.6830172859809176, 0.9876514728297052))
near(case$jeffreys, c(0.716146742695748, 0.97862751197755))
near(meanCases[[1]]$mean, 4.08)
case <- meanCases[[2]]; near(case$mean, 5.6); near(case$interval, c(4.634341776, 6.565658224))
near((sum(cesCounts[5:7]) - sum(cesCounts[1:3])) / sum(cesCounts), 0.03)
case <- weightedCases[[1]]
near(case$score, -0.00769230769, 1e-8); near(case$standardError, 0.264734812312); near(case$effectiveN, 10.4968944099)

# ---- output ------------------------------------------------------------------------------------------------------

json <- function(value, scalar) {
  if (is.null(value)) return("null")
  text <- if (is.character(value)) paste0('"', value, '"') else ifelse(is.na(value), "null", sprintf("%.17g", value))
  if (scalar) text else paste0("[", paste(text, collapse = ", "), "]")
}
lists <- c("counts", "wald", "adjustedWald", "score_interval", "wilson", "agrestiCoull", "jeffreys",
           "clopperPearson", "scale", "interval", "ratings", "weights")
object <- function(case) {
  fields <- sapply(names(case), function(name) {
    paste0('"', name, '": ', json(case[[name]], is.null(case[[name]]) || !(name %in% lists)))
  })
  paste0("    { ", paste(fields, collapse = ", "), " }")
}
section <- function(name, cases) {
  paste0('  "', name, '": [\n', paste(sapply(cases, object), collapse = ",\n"), "\n  ]")
}

writeLines(paste0("{\n", paste(section("nps", npsCases), section("proportion", proportionCases),
                               section("mean", meanCases), section("weighted", weightedCases), sep = ",\n"), "\n}"),
           "test/golden/survey.json")
