# Drawn survival curves and log-rank tests, as R's package survival has them: see cases.R.
#
# Curves: survfit with robust = FALSE; quantiles: quantile() of it; at a time: summary(times = ); restricted mean: the table
# of summary(rmean = ). Log-rank: survdiff; with late entry, which survdiff does not know, the score test of coxph, the
# same without ties.
#
# Left to exact.py, where R has other answers or fewer digits: levels next to 0 or 1, since qnorm gets half of 1 + level; short
# times, since 1.5e-8 apart in whatever unit is a tie to R; weights of very different size; risk sets
# that run empty, of whose weights rounding leaves R a little; and quantiles of limits that rise somewhere, since
# quantile() sorts them.

suppressMessages(library(survival))
source("test/differential/cases.R")

drawnTimes <- function(n) {
  switch(pick(c("few", "whole", "tenths", "any", "one", "near")),
    few = whole(1, 4, n),
    whole = whole(1, 30, n),
    tenths = whole(1, 90, n) / 10,
    any = signif(rexp(n, 0.1) + 0.001, 7),
    one = rep(whole(1, 9), n),
    # Equal but for rounding.
    near = whole(1, 6, n) * pick(c(0.1, 0.1 * (1 + 2e-16)), n))
}

drawnEvents <- function(n, time) {
  switch(pick(c("some", "some", "some", "most", "few", "all", "none", "last")),
    some = runif(n) < 0.6, most = runif(n) < 0.9, few = runif(n) < 0.15,
    all = rep(TRUE, n), none = rep(FALSE, n), last = time == max(time))
}

drawnWeights <- function(n) {
  switch(pick(c("whole", "any", "zeros", "huge", "tiny")),
    whole = whole(1, 5, n),
    any = signif(exp(rnorm(n)), 5),
    zeros = pick(c(0, 0.5, 1, 2), n),
    huge = signif(exp(rnorm(n)), 5) * 1e12,
    tiny = signif(exp(rnorm(n)), 5) * 1e-12)
}

sizes <- c(1, 1, 2, 3, 4, 5, 6, 8, 8, 10, 12, 15, 20, 40)

drawnRows <- function(late, weighted, n = pick(sizes)) {
  time <- drawnTimes(n)
  entry <- if (late) ifelse(runif(n) < 0.4, 0, signif(time * runif(n, 0.05, 0.9), 3))
  unit <- pick(c(1, 1, 1, 1, 1e-2, 1e9))
  list(time = time * unit, observed = drawnEvents(n, time), entry = if (late) entry * unit,
       weight = if (weighted) drawnWeights(n))
}

timesOf <- function(d) if (is.null(d$entry)) Surv(d$time, d$observed) else Surv(d$entry, d$time, d$observed)
rowsOf <- function(d) list(
  time = many(d$time), observed = many(as.integer(d$observed)),
  entry = if (!is.null(d$entry)) many(d$entry), weight = if (!is.null(d$weight)) many(d$weight))

falls <- function(limits) all(diff(limits[!is.na(limits)]) <= 0)

LEVELS <- c(0.95, 0.95, 0.95, 0.9, 0.99, 0.5, 0.001, 0.9999)

drawnCurve <- function(i) {
  d <- drawnRows(late = chance(0.3), weighted = chance(0.4))
  level <- pick(LEVELS)
  transform <- pick(c("log-log", "log-log", "log", "plain"))
  # A row of weight 0 counts for nothing here, and makes a step of nobody in R.
  counted <- if (is.null(d$weight)) rep(TRUE, length(d$time)) else d$weight > 0
  if (!any(counted)) return(NULL)
  rows <- lapply(d, function(column) column[counted])
  weight <- if (is.null(d$weight)) rep(1, length(rows$time)) else rows$weight
  fit <- survfit(timesOf(rows) ~ 1, weights = weight, conf.type = transform, conf.int = level, robust = FALSE)
  if (any(fit$surv > 0 & fit$surv < 1e-12)) return(NULL)
  probability <- signif(runif(2), 3)
  q <- quantile(fit, c(probability, 0.5))
  last <- max(fit$time)
  at <- if (chance(0.5)) pick(fit$time) else signif(runif(1, 0, last), 6)
  read <- summary(fit, times = min(at, last))
  # R refuses a span that ends before the first time.
  until <- if (chance(0.3)) last else min(fit$time) + (last - min(fit$time)) * signif(runif(1), 3)
  mean <- summary(fit, rmean = until)$table[c("rmean", "se(rmean)")]
  c(rowsOf(d), list(
    level = level, transform = transform, times = many(fit$time), atRisk = many(fit$n.risk), events = many(fit$n.event),
    censored = many(fit$n.censor), survival = many(fit$surv),
    standardError = many(ifelse(fit$surv > 0, fit$surv * fit$std.err, NA)),
    low = many(fit$lower), high = many(fit$upper),
    probability = many(c(probability, 0.5)), quantile = many(q$quantile),
    quantileLow = if (falls(fit$lower)) many(q$lower), quantileHigh = if (falls(fit$upper)) many(q$upper),
    at = read$time, atSurvival = read$surv, atError = if (read$surv > 0) read$std.err, atLow = read$lower, atHigh = read$upper,
    until = until, mean = mean[[1]], meanError = mean[[2]]))
}

drawnTest <- function(i) {
  late <- chance(0.25)
  groups <- whole(2, 5)
  d <- drawnRows(late, weighted = FALSE, n = whole(groups, 12 * groups))
  if (late) d$time <- d$time + seq_along(d$time) * max(d$time) * 1e-4
  group <- c(seq_len(groups), pick(seq_len(groups), length(d$time) - groups, runif(groups, 0.1, 1)))
  found <- tryCatch(if (late) scored(d, group) else survdiffOf(d, group), error = function(e) NULL)
  if (is.null(found) || !is.finite(found$statistic)) return(NULL)
  each <- lapply(seq_len(groups), function(g) unname(rowsOf(lapply(d, function(column) column[group == g]))))
  list(groups = each, statistic = found$statistic, degreesOfFreedom = found$degrees,
       pValue = pchisq(found$statistic, found$degrees, lower.tail = FALSE), observed = found$observed, expected = found$expected)
}

survdiffOf <- function(d, group) {
  result <- survdiff(timesOf(d) ~ group)
  degrees <- sum(result$exp > 0) - 1
  if (degrees < 1) return(NULL)
  list(statistic = result$chisq, degrees = degrees, observed = many(result$obs), expected = many(result$exp))
}

# Only where every group has met another with an event to come, so that there is a degree of freedom for each but one.
scored <- function(d, group) {
  if (anyDuplicated(d$time[d$observed])) return(NULL)
  fit <- coxph(timesOf(d) ~ factor(group), ties = "breslow", iter.max = 0)
  if (any(diag(fit$var) <= 0)) return(NULL)
  list(statistic = fit$score, degrees = length(unique(group)) - 1, observed = NULL, expected = NULL)
}

writeCases("survival", c(
  section("curves", 20260501, 620, drawnCurve),
  suppressWarnings(section("tests", 20260502, 420, drawnTest))))
