# Golden numbers for src/statistics, from base R: `Rscript test/golden/statistics.R`, run from the project's root,
# writes test/golden/statistics.json again, byte for byte. R 4.2.2.
#
# Only where R itself holds 1e-13: the middle ground that surveys meet. The deep tails, the branch points and the
# huge parameters are in statistics.py, which says why.

RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20260310)

section <- function(name, columns, table) {
  rows <- apply(table, 1, function(row) paste0("      [", paste(sprintf("%.17g", row), collapse = ", "), "]"))
  paste0('  "', name, '": {\n    "columns": "', columns, '",\n    "rows": [\n',
         paste(rows, collapse = ",\n"), "\n    ]\n  }")
}

alpha <- c(0.001, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, runif(13))
x <- c(-4, -1.959963984540054, -1, 0, 0.5, 1, 1.96, 3, runif(12, 0, 8))
normal <- cbind(alpha, qnorm(alpha / 2, lower.tail = FALSE))
tails <- cbind(x, pnorm(x, lower.tail = FALSE))

arguments <- c(0.5, 1.5, 2.5, 3, 10, 100, 1e6, runif(13, 0, 50))
gamma <- cbind(arguments, lgamma(arguments))

# The limits of Clopper-Pearson and Jeffreys, for shares as surveys have them.
n <- c(1, 2, 5, 10, 20, 30, 60, 61, 100, 400, 1000, 5000)
trials <- rep(n, each = 3)
hits <- round(trials * runif(length(trials)))
shapes <- rbind(cbind(hits + 0.5, trials - hits + 0.5), cbind(hits + 1, trials - hits + 1))
p <- rep(c(0.005, 0.025, 0.05, 0.25), length.out = nrow(shapes))
quantiles <- rbind(
  cbind(p, shapes, 0, qbeta(p, shapes[, 1], shapes[, 2])),
  cbind(p, shapes, 1, qbeta(p, shapes[, 1], shapes[, 2], lower.tail = FALSE))
)
at <- shapes[, 1] / rowSums(shapes) * runif(nrow(shapes), 0.8, 1.1)
at <- pmin(at, 0.99)
probabilities <- cbind(shapes, at, pbeta(at, shapes[, 1], shapes[, 2]),
                       pbeta(at, shapes[, 1], shapes[, 2], lower.tail = FALSE))

degrees <- rep(c(1, 2, 3, 4, 9, 19, 29.5, 59, 60, 61, 99, 499, 1e4), each = 4)
level <- rep(c(0.01, 0.05, 0.1, 0.2), length.out = length(degrees))
critical <- cbind(level, degrees, qt(level / 2, degrees, lower.tail = FALSE))
statistic <- runif(length(degrees), 0, 5)
exceeded <- cbind(statistic, degrees, pt(statistic, degrees, lower.tail = FALSE))

writeLines(paste0("{\n", paste(c(
  section("normalCritical", "alpha, z", normal),
  section("normalUpperTail", "x, P(Z > x)", tails),
  section("logGamma", "x, log gamma", gamma),
  section("betaTails", "a, b, x, P(X <= x), P(X > x)", probabilities),
  section("betaQuantile", "p, a, b, tail (0 lower, 1 upper), x", quantiles),
  section("studentTCritical", "alpha, degrees of freedom, t", critical),
  section("studentTUpperTail", "x, degrees of freedom, P(T > x)", exceeded)
), collapse = ",\n"), "\n}"), "test/golden/statistics.json")
