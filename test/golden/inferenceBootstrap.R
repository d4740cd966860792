# Golden numbers for the bootstrap of src/inference and the binomial sampler under it, from base R:
# `Rscript test/golden/inferenceBootstrap.R`, run from the project's root, writes test/golden/inferenceBootstrap.json again.
# R 4.2.2.
#
# limits: bias correction, acceleration and limits of given resamples, with the acceleration from the jackknife over rows.
# exact: the bootstrap distribution of a mean without any sampling, every possible resample weighed by dmultinom.
# binomial: probabilities of stretches of counts, from pbinom.

RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20260502)

number <- function(x) sprintf("%.17g", x)
list_of <- function(x) paste0("[", paste(x, collapse = ", "), "]")
numbers <- function(x) list_of(number(x))
fields <- function(...) {
  values <- c(...)
  paste0("{ ", paste0('"', names(values), '": ', values, collapse = ", "), " }")
}

acceleration <- function(rows, statistic) {
  without <- sapply(seq_along(rows), function(i) statistic(rows[-i]))
  u <- mean(without) - without
  sum(u^3) / (6 * sum(u^2)^1.5)
}
shares <- function(z0, a, level) {
  w <- z0 + qnorm(c((1 - level) / 2, (1 + level) / 2))
  pnorm(z0 + w / (1 - a * w))
}

limits <- function(rows, statistic, replicates, level) {
  estimate <- statistic(rows)
  t <- replicate(replicates, statistic(sample(rows, replace = TRUE)))
  z0 <- qnorm(mean((t < estimate) + (t == estimate) / 2))
  a <- acceleration(rows, statistic)
  counts <- table(rows)
  jackknife <- sapply(sort(unique(rows)), function(r) statistic(rows[-match(r, rows)]))
  fields(values = numbers(sort(t)), estimate = number(estimate), level = number(level), jackknife = numbers(jackknife),
         counts = numbers(as.vector(counts)), biasCorrection = number(z0), acceleration = number(a),
         standardDeviation = number(sd(t)),
         percentile = numbers(quantile(t, c((1 - level) / 2, (1 + level) / 2), type = 7)),
         bca = numbers(quantile(t, shares(z0, a, level), type = 7)))
}
geometric <- function(x) exp(mean(log(x)))
skewed <- rep(1:7, c(2, 1, 3, 5, 8, 14, 7))

limits_cases <- c(
  limits(skewed, mean, 500, 0.95),
  limits(skewed, geometric, 500, 0.9),
  limits(rep(1:5, c(1, 1, 0, 4, 9)), mean, 400, 0.8)
)

# All ways to spread n over k cells.
spread <- function(n, k) {
  if (k == 1) return(matrix(n))
  do.call(rbind, lapply(0:n, function(first) cbind(first, spread(n - first, k - 1))))
}
exact <- function(counts, level) {
  n <- sum(counts)
  resamples <- spread(n, length(counts))
  p <- apply(resamples, 1, dmultinom, prob = counts / n)
  # Whole sums, so that equal means are equal.
  sums <- resamples %*% seq_along(counts)
  total <- sum(counts * seq_along(counts))
  of_sum <- tapply(p, sums, sum)
  means <- as.numeric(names(of_sum)) / n
  cumulative <- cumsum(of_sum)
  at <- function(share) sapply(share, function(s) means[which(cumulative >= s)[1]])
  below <- sum(p[sums < total]) + sum(p[sums == total]) / 2
  z0 <- qnorm(below)
  a <- acceleration(rep(seq_along(counts), counts), mean)
  fields(counts = numbers(counts), level = number(level), estimate = number(total / n),
         standardError = number(sqrt(sum(of_sum * (means - total / n)^2))), below = number(below),
         biasCorrection = number(z0), acceleration = number(a), percentile = numbers(at(c((1 - level) / 2, (1 + level) / 2))),
         bca = numbers(at(shares(z0, a, level))))
}
exact_cases <- c(
  exact(c(1, 0, 2, 3, 2), 0.9),
  exact(c(0, 1, 1, 3, 7), 0.9),
  exact(c(2, 5, 13), 0.95)
)

# Forty stretches of about the same probability; pbinom of their last counts.
binomial <- function(n, p) {
  last <- unique(c(qbinom((1:39) / 40, n, p), n))
  fields(trials = number(n), probability = number(p), last = numbers(last), cumulative = numbers(pbinom(last, n, p)))
}
binomial_cases <- mapply(binomial, c(5, 20, 21, 25, 40, 100, 100, 1000, 1000, 1e6, 1e6, 1e9, 1e12, 9e15, 9e15, 1e15),
                         c(0.3, 0.5, 0.47, 0.4, 0.3, 0.1, 0.97, 0.5, 0.002, 1e-6, 0.2, 0.3, 0.9, 0.5, 1e-15, 1e-14))

section <- function(name, entries) paste0('  "', name, '": [\n    ', paste(entries, collapse = ",\n    "), "\n  ]")
writeLines(paste0("{\n", paste(section("limits", limits_cases), section("exact", exact_cases),
                               section("binomial", binomial_cases), sep = ",\n"), "\n}"),
           "test/golden/inferenceBootstrap.json")
