# Golden numbers for the survival functions of src/customers and for the chi-square tail, from R's package survival:
# `Rscript test/golden/survival.R`, run from the project's root, writes test/golden/survival.json again, byte for byte.
# R 4.2.2, survival 3.5-3.
#
# Curves: survfit with robust = FALSE, quantiles: quantile() of it, restricted mean: the table of summary(rmean = ).
# Log-rank: survdiff; with late entry, which survdiff does not know, the score test of coxph, the same without ties.

suppressMessages(library(survival))
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20260412)

number <- function(x) ifelse(is.na(x), "null", sprintf("%.17g", x))
list_of <- function(x) paste0("[", paste(x, collapse = ", "), "]")
numbers <- function(x) list_of(number(x))
fields <- function(...) {
  values <- c(...)
  paste0("{ ", paste0('"', names(values), '": ', values, collapse = ", "), " }")
}

times_of <- function(d) if (is.null(d$entry)) Surv(d$time, d$observed) else Surv(d$entry, d$time, d$observed)

rows_of <- function(d) c(
  time = numbers(d$time),
  observed = numbers(as.integer(d$observed)),
  entry = if (is.null(d$entry)) "null" else numbers(d$entry),
  weight = if (is.null(d$weight)) "null" else numbers(d$weight)
)

PROBABILITIES <- c(0.1, 0.25, 0.5, 0.75, 0.9)

curve <- function(name, d, level = 0.95, transform = "log-log") {
  weight <- if (is.null(d$weight)) rep(1, length(d$time)) else d$weight
  y <- times_of(d)
  fit <- survfit(y ~ 1, weights = weight, conf.type = transform, conf.int = level, robust = FALSE)
  q <- quantile(fit, PROBABILITIES)
  # R refuses a span that ends before the first time.
  until <- unique(min(fit$time) + (max(fit$time) - min(fit$time)) * c(0.3, 0.7, 1))
  means <- sapply(until, function(tau) summary(fit, rmean = tau)$table[c("rmean", "se(rmean)")])
  fields(
    name = paste0('"', name, '"'), level = number(level), transform = paste0('"', transform, '"'), rows_of(d),
    times = numbers(fit$time), atRisk = numbers(fit$n.risk), events = numbers(fit$n.event),
    censored = numbers(fit$n.censor), survival = numbers(fit$surv),
    standardError = numbers(ifelse(fit$surv > 0, fit$surv * fit$std.err, NA)),
    low = numbers(fit$lower), high = numbers(fit$upper),
    quantiles = list_of(mapply(function(p, time, low, high) numbers(c(p, time, low, high)),
                               PROBABILITIES, q$quantile, q$lower, q$upper)),
    means = list_of(mapply(function(tau, i) numbers(c(tau, means[, i])), until, seq_along(until)))
  )
}

groups_of <- function(d, group) list_of(sapply(unique(group), function(g) {
  fields(rows_of(lapply(d, function(column) column[group == g])))
}))

test <- function(name, d, group) {
  if (is.null(d$entry)) {
    result <- survdiff(times_of(d) ~ group)
    statistic <- result$chisq
    observed <- numbers(result$obs)
    expected <- numbers(result$exp)
  } else {
    statistic <- coxph(times_of(d) ~ factor(group), ties = "breslow", iter.max = 0)$score
    observed <- expected <- "null"
  }
  degrees <- length(unique(group)) - 1
  fields(name = paste0('"', name, '"'), groups = groups_of(d, group), statistic = number(statistic),
         degreesOfFreedom = number(degrees), pValue = number(pchisq(statistic, degrees, lower.tail = FALSE)),
         observed = observed, expected = expected)
}

made <- function(n, digits, late = FALSE, weight = NULL, share = 0.6) {
  time <- round(rexp(n, 0.1), digits) + 10^-digits
  entry <- if (late) round(pmax(0, pmin(time * runif(n, 0, 0.9), time - 10^-digits)), digits)
  list(time = time, observed = runif(n) < share, entry = entry, weight = weight)
}

freireich <- list(time = c(6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
                  observed = rep(c(TRUE, FALSE), c(9, 12)))
placebo <- list(time = c(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23), observed = rep(TRUE, 21))
whole <- made(60, 0)
continuous <- made(80, 9)
late <- made(60, 6, late = TRUE)
late_ties <- made(80, 0, late = TRUE)
weighted <- made(50, 1, weight = round(rexp(50), 2) + 0.01)
late_weighted <- made(50, 2, late = TRUE, weight = sample(1:4, 50, TRUE))
near <- list(time = c(0.3, 0.1 + 0.2, 0.7, 0.1 * 7, 1, 1.1, 3 * 1.1, 3.3), observed = c(1, 1, 1, 0, 0, 1, 1, 1) == 1)
aml <- list(time = survival::aml$time, observed = survival::aml$status == 1)
lung <- list(time = survival::lung$time, observed = survival::lung$status == 2)
large <- made(600, 1, share = 0.5)

transforms <- function(name, d, level = 0.95) {
  sapply(c("log-log", "log", "plain"), function(transform) curve(name, d, level, transform))
}

curves <- c(
  transforms("Freireich, 6-MP", freireich),
  transforms("placebo, nobody censored", placebo, 0.9),
  transforms("whole times", whole, 0.99),
  transforms("continuous times", continuous),
  transforms("late entry", late),
  transforms("late entry and ties", late_ties, 0.8),
  transforms("weights", weighted),
  curve("late entry and whole weights", late_weighted),
  curve("near ties", near),
  curve("acute myelogenous leukemia", aml),
  curve("lung cancer", lung),
  curve("six hundred", large),
  curve("all censored", list(time = c(1, 2, 2, 5), observed = rep(FALSE, 4))),
  curve("one event, at the last time", list(time = c(1, 2, 3, 4), observed = c(FALSE, FALSE, FALSE, TRUE))),
  curve("one row, an event", list(time = 4, observed = TRUE)),
  curve("one row, censored", list(time = 4, observed = FALSE)),
  curve("all at one time", list(time = rep(7, 6), observed = rep(TRUE, 6))),
  curve("all at one time, some censored", list(time = rep(7, 6), observed = rep(c(TRUE, FALSE), 3))),
  curve("some at time 0", list(time = c(0, 0, 1, 2, 3), observed = c(TRUE, FALSE, TRUE, TRUE, FALSE))),
  curve("level at a half up to the end", list(time = c(1, 2, 5, 9), observed = c(TRUE, TRUE, FALSE, FALSE))),
  curve("level at a half for a while", list(time = c(1, 2, 4, 6, 9, 9), observed = c(TRUE, TRUE, TRUE, FALSE, TRUE, FALSE))),
  curve("risk set that runs empty", list(time = c(1, 2, 5), observed = rep(TRUE, 3), entry = c(0, 0, 3)))
)

both <- function(a, b) list(time = c(a$time, b$time), observed = c(a$observed, b$observed))
untied <- made(70, 9, late = TRUE)
veteran <- survival::veteran

tests <- c(
  test("Freireich, 6-MP against placebo", both(freireich, placebo), rep(1:2, each = 21)),
  test("acute myelogenous leukemia, maintained or not", aml, as.integer(survival::aml$x)),
  test("veterans' lung cancer, four cell types", list(time = veteran$time, observed = veteran$status == 1),
       as.integer(veteran$celltype)),
  test("whole times, three groups", whole, rep(1:3, 20)),
  test("continuous times, two groups", continuous, rep(1:2, 40)),
  test("six hundred, five groups", large, rep(1:5, 120)),
  test("late entry, two groups", untied, rep(1:2, 35)),
  test("late entry, three groups", untied, rep(c(1, 2, 3, 3, 3), 14))
)

degrees <- rep(c(1, 2, 3, 4, 5, 7, 10, 20, 50, 101, 1000), each = 9)
x <- degrees * rep(c(1e-8, 0.01, 0.3, 0.9, 1, 1 + 2 / 3, 2.5, 6, 12), 11)
tails <- mapply(function(x, df) numbers(c(x, df, pchisq(x, df, lower.tail = FALSE))), x, degrees)

section <- function(name, entries) paste0('  "', name, '": [\n    ', paste(entries, collapse = ",\n    "), "\n  ]")
writeLines(paste0("{\n", paste(section("curves", curves), section("tests", tests), section("chiSquareUpperTail", tails),
                               sep = ",\n"), "\n}"), "test/golden/survival.json")
