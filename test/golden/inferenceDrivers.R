# Golden numbers for the key drivers of src/inference and what they are made of, from base R:
# `Rscript test/golden/inferenceDrivers.R`, run from the project's root, writes test/golden/inferenceDrivers.json again.
# R 4.2.2.
#
# Of complete rows the weights come from the singular value decomposition of the standardised predictors, as in the paper
# (J. W. Johnson, Multivariate Behavioral Research 35, 2000), and not from eigenvalues as in the package; coefficients,
# R-squared and variance inflation come from lm. Of pairwise correlations all come from cor, eigen and solve. The data sets
# are R's own: attitude (S. Chatterjee & B. Price, 1977), swiss, mtcars, longley.

RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20260501)

number <- function(x) ifelse(is.na(x), "null", sprintf("%.17g", x))
list_of <- function(x) paste0("[", paste(x, collapse = ", "), "]")
numbers <- function(x) list_of(number(x))
rows_of <- function(d) list_of(apply(d, 1, numbers))
fields <- function(...) {
  values <- c(...)
  paste0("{ ", paste0('"', names(values), '": ', values, collapse = ", "), " }")
}

# The first column is the outcome.
from_lm <- function(d) {
  x <- scale(d[, -1, drop = FALSE])
  y <- scale(d[, 1])
  n <- nrow(d)
  s <- svd(x / sqrt(n - 1))
  z <- s$u %*% t(s$v)
  loadings <- t(s$v %*% diag(s$d, length(s$d)) %*% t(s$v))
  paths <- t(z) %*% y / sqrt(n - 1)
  fit <- lm(y ~ x)
  vif <- sapply(seq_len(ncol(x)), function(j) {
    if (ncol(x) == 1) 1 else 1 / (1 - summary(lm(x[, j] ~ x[, -j]))$r.squared)
  })
  list(n = n, r2 = summary(fit)$r.squared, adjusted = summary(fit)$adj.r.squared,
       weights = as.vector(loadings^2 %*% paths^2), beta = unname(coef(fit)[-1]), vif = vif,
       r = as.vector(cor(d[, -1], d[, 1])), means = unname(colMeans(d[, -1, drop = FALSE])),
       values = eigen(cor(x))$values)
}

from_pairs <- function(d) {
  k <- ncol(d) - 1
  m <- cor(d, use = "pairwise.complete.obs")
  r <- m[-1, 1]
  e <- eigen(m[-1, -1])
  half <- e$vectors %*% diag(sqrt(e$values), k) %*% t(e$vectors)
  weights <- as.vector(half^2 %*% solve(half, r)^2)
  inverse <- solve(m[-1, -1])
  n <- min(crossprod(!is.na(d)))
  r2 <- sum(weights)
  both <- function(j) !is.na(d[, 1]) & !is.na(d[, j])
  list(n = n, r2 = r2, adjusted = 1 - (1 - r2) * (n - 1) / (n - k - 1), weights = weights,
       beta = as.vector(inverse %*% r), vif = diag(inverse), r = r,
       means = sapply(2:(k + 1), function(j) mean(d[both(j), j])), values = e$values)
}

case <- function(name, d, policy = "listwise") {
  d <- as.matrix(d)
  dimnames(d) <- NULL
  w <- if (policy == "pairwise") from_pairs(d) else from_lm(d[complete.cases(d), ])
  fields(name = paste0('"', name, '"'), missing = paste0('"', policy, '"'), rows = rows_of(d), n = w$n,
         rSquared = number(w$r2), adjustedRSquared = number(w$adjusted), relativeWeights = numbers(w$weights),
         standardizedCoefficients = numbers(w$beta), correlations = numbers(w$r),
         varianceInflation = numbers(w$vif), means = numbers(w$means),
         smallestEigenvalue = number(min(w$values)), conditionNumber = number(max(w$values) / min(w$values)))
}

# Ratings from 1 to 7 that share a common opinion, one in eight of them missing.
common <- rnorm(150)
ratings <- sapply(c(1.2, 1, 0.8, 0.5, 0.2), function(loading) {
  pmin(pmax(round(4 + loading * common + rnorm(150)), 1), 7)
})
outcome <- pmin(pmax(round(rowMeans(ratings[, 1:3]) + 0.5 * ratings[, 5] + rnorm(150)), 0), 10)
survey <- cbind(outcome, ratings)
gaps <- survey
gaps[matrix(runif(length(gaps)) < 1 / 8, nrow(gaps))] <- NA

factorial <- as.matrix(expand.grid(a = 0:1, b = 0:1, c = 0:1))

cases <- c(
  case("attitude", attitude),
  case("swiss", swiss),
  case("mtcars", mtcars[, c("mpg", "cyl", "disp", "hp", "wt", "qsec")]),
  case("longley, nearly collinear", longley[, c(7, 1:6)]),
  case("survey", survey),
  case("survey with gaps", gaps),
  case("survey with gaps, pairwise", gaps, "pairwise"),
  case("uncorrelated drivers", cbind(c(1, 4, 2, 8, 5, 7, 3, 6), factorial)),
  case("one driver", attitude[, 1:2])
)

symmetric <- function(name, m) {
  e <- eigen(m, symmetric = TRUE)
  fields(name = paste0('"', name, '"'), matrix = rows_of(m), values = numbers(e$values))
}
random <- matrix(rnorm(64), 8)
matrices <- c(
  symmetric("Hilbert, 5 by 5", 1 / outer(1:5, 0:4, "+")),
  symmetric("random, 8 by 8", crossprod(random)),
  symmetric("indefinite", random + t(random)),
  symmetric("equicorrelated, 6 by 6", 0.3 + 0.7 * diag(6)),
  symmetric("second differences, 20 by 20", 2 * diag(20) - (abs(outer(1:20, 1:20, "-")) == 1))
)

section <- function(name, entries) paste0('  "', name, '": [\n    ', paste(entries, collapse = ",\n    "), "\n  ]")
writeLines(paste0("{\n", paste(section("drivers", cases), section("symmetric", matrices), sep = ",\n"), "\n}"),
           "test/golden/inferenceDrivers.json")
