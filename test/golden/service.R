# Golden numbers for durations of cases and for RFM, from base R: `Rscript test/golden/service.R`, run from the project's
# root, writes test/golden/service.json again, byte for byte. R 4.2.2.

RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20260401)

numbers <- function(values) paste0("[", paste(sprintf("%.17g", values), collapse = ", "), "]")
object <- function(fields) {
  paste0("    { ", paste(sprintf('"%s": %s', names(fields), unlist(fields)), collapse = ", "), " }")
}
section <- function(name, cases) paste0('  "', name, '": [\n', paste(sapply(cases, object), collapse = ",\n"), "\n  ]")

# Durations as desks have them: skewed, in whole minutes, with ties.
durations <- lapply(c(1, 2, 3, 10, 11, 40, 137), function(n) {
  minutes <- 1 + round(rlnorm(n, 5, 1.5))
  hours <- minutes / 60
  list(minutes = numbers(minutes), mean = sprintf("%.17g", mean(hours)), median = sprintf("%.17g", median(hours)),
       p90 = sprintf("%.17g", quantile(hours, 0.9, type = 7, names = FALSE)))
})

# Scores by the definition itself: interpolated quantiles of type 7, and how many of them a value is above. Days count
# down, because fewer are better. Whole days, few orders, prices in whole units: ties everywhere.
scores <- function(values, bins) {
  1 + findInterval(values, quantile(values, seq_len(bins - 1) / bins, type = 7, names = FALSE), left.open = TRUE)
}
rfm <- lapply(list(c(1, 5), c(2, 5), c(5, 5), c(7, 5), c(12, 4), c(23, 3), c(60, 5), c(61, 10), c(200, 5)), function(size) {
  n <- size[1]; bins <- size[2]
  days <- round(rexp(n, 1 / 60)); orders <- 1 + rpois(n, 0.8); amounts <- round(rlnorm(n, 4, 1))
  list(bins = bins, days = numbers(days), orders = numbers(orders), amounts = numbers(amounts),
       recency = numbers(scores(-days, bins)), frequency = numbers(scores(orders, bins)),
       monetary = numbers(scores(amounts, bins)))
})

writeLines(paste0("{\n", section("durations", durations), ",\n", section("rfm", rfm), "\n}"), "test/golden/service.json")
