# Drawn means, shares, comparisons, plans, drivers and distribution functions, as R's package stats has them: see cases.R.
#
# Levels go up to 0.9999, since R's tests take the half of 1 + level for their quantiles and lose the digits of 1 - level;
# exact.py has those beyond, and counts up to 1e12.

source("test/differential/cases.R")

LEVELS <- c(0.95, 0.95, 0.95, 0.9, 0.99, 0.5, 0.01, 0.9999)
quietly <- function(expression) tryCatch(suppressWarnings(expression), error = function(e) NULL)
clamp <- function(limits, low, high) many(pmin(pmax(as.numeric(limits), low), high))
varies <- function(x) length(unique(x)) > 1

# Ratings from 1 to 7.
drawnEase <- function(n) {
  switch(pick(c("any", "any", "high", "two")),
    any = whole(1, 7, n), high = pmin(7, whole(4, 9, n)), two = pick(c(whole(1, 3), whole(4, 7)), n))
}
drawnSize <- function() pick(c(2, 2, 3, 5, 10, 30, 80))

drawnMean <- function(i) {
  rating <- drawnEase(drawnSize())
  if (!varies(rating)) return(NULL)
  level <- pick(LEVELS)
  benchmark <- pick(c(1, 7, 4, signif(runif(1, 1, 7), 4)))
  test <- t.test(rating, mu = benchmark, conf.level = level)
  list(rating = many(rating), level = level, benchmark = benchmark, mean = mean(rating), error = test$stderr,
       interval = clamp(test$conf.int, 1, 7), statistic = test$statistic[[1]], degrees = test$parameter[[1]], pValue = test$p.value)
}

drawnWelch <- function(i) {
  before <- drawnEase(drawnSize())
  after <- drawnEase(drawnSize())
  if (!varies(before) && !varies(after)) return(NULL)
  level <- pick(LEVELS)
  # R gives up where the spread is a tenth of its precision of the mean.
  test <- quietly(t.test(after, before, conf.level = level))
  if (is.null(test)) return(NULL)
  list(before = many(before), after = many(after), level = level, error = test$stderr, interval = clamp(test$conf.int, -6, 6),
       statistic = test$statistic[[1]], degrees = test$parameter[[1]], pValue = test$p.value)
}

drawnCount <- function(n) switch(pick(c("any", "any", "none", "all", "few", "most")),
  any = whole(0, n), none = 0, all = n, few = min(n, whole(0, 4)), most = max(0, n - whole(0, 4)))
SIZES <- c(1, 2, 3, 5, 8, 12, 20, 50, 200, 3000, 1e5, 1e7)
wilson <- function(k, n, level) as.numeric(quietly(prop.test(k, n, correct = FALSE, conf.level = level))$conf.int)

# Two shares: the N - 1 test from the chi-square of the table, Irwin's rule by fisher.test, Newcombe's limits from Wilson's.
drawnShares <- function(i) {
  n <- pick(SIZES); m <- if (chance(0.5)) n else pick(SIZES)
  x <- drawnCount(n); y <- if (chance(0.3)) min(m, round(x / n * m) + whole(0, 2)) else drawnCount(m)
  level <- pick(LEVELS)
  a <- wilson(x, n, level); b <- wilson(y, m, level); p <- x / n; q <- y / m
  table <- matrix(c(x, n - x, y, m - y), 2); total <- n + m
  least <- min(outer(rowSums(table), colSums(table)) / total)
  # Of large tables fisher.test gives ten digits.
  if (abs(least - 1) < 1e-6 || (least < 1 && total > 1e6)) return(NULL)
  if (least < 1) {
    # Few successes or few failures, so that there are few tables.
    statistic <- NULL; pValue <- quietly(fisher.test(table)$p.value)
    if (is.null(pValue)) return(NULL)
  } else {
    chi <- quietly(chisq.test(table, correct = FALSE))$statistic[[1]] * (total - 1) / total
    statistic <- sign(q - p) * sqrt(chi); pValue <- pchisq(chi, 1, lower.tail = FALSE)
  }
  list(counts = many(c(x, n, y, m)), level = level, test = if (least < 1) "fisher-irwin" else "n-1-two-proportion",
       statistic = statistic, pValue = pValue,
       interval = clamp(100 * c(q - p - sqrt((q - b[1])^2 + (a[2] - p)^2), q - p + sqrt((b[2] - q)^2 + (p - a[1])^2)), -100, 100))
}

# A share against a target: prop.test without correction, twice the smaller tail of pbinom and of the posterior.
drawnTarget <- function(i) {
  n <- pick(SIZES); x <- drawnCount(n)
  benchmark <- signif(100 * pick(c(runif(2), 0.001, 0.5, 0.999, (x + 0.5) / (n + 1))), 3); b <- benchmark / 100
  if (b <= 0 || b >= 1) return(NULL)
  level <- pick(LEVELS)
  score <- (x / n - b) / sqrt(b * (1 - b) / n)
  tails <- c(pbinom(x, n, b), pbinom(x - 1, n, b, lower.tail = FALSE))
  posterior <- c(if (x == n) 1 else pbeta(b, x + 0.5, n - x + 0.5, lower.tail = FALSE), if (x == 0) 1 else pbeta(b, x + 0.5, n - x + 0.5))
  list(count = x, n = n, level = level, benchmark = benchmark, statistic = score, pValue = quietly(prop.test(x, n, b, correct = FALSE))$p.value,
       exact = min(1, 2 * min(tails)), jeffreys = min(1, 2 * min(posterior)),
       wilson = clamp(100 * wilson(x, n, level), 0, 100),
       clopperPearson = clamp(100 * as.numeric(binom.test(x, n, conf.level = level)$conf.int), 0, 100))
}

classOf <- function(rating) ifelse(rating >= 9, 1, ifelse(rating <= 6, -1, 0))
tested <- function(difference, level, unit, most) {
  if (length(difference) < 2 || !varies(difference)) return(NULL)
  test <- t.test(difference, conf.level = level)
  many(c(unit * mean(difference), unit * test$stderr, pmin(pmax(unit * as.numeric(test$conf.int), -most), most), test$statistic[[1]], test$p.value))
}

# Answers from 0 to 10 before and after: steps between classes, differences of ratings, and those who changed sides.
drawnPairs <- function(i) {
  n <- drawnSize()
  before <- whole(0, 10, n)
  after <- switch(pick(c("any", "near", "up")), any = whole(0, 10, n), near = pmin(pmax(before + whole(-2, 2, n), 0), 10),
                  up = pmin(before + whole(0, 4, n), 10))
  level <- pick(LEVELS)
  sides <- factor(before >= 8, c(TRUE, FALSE)); later <- factor(after >= 8, c(TRUE, FALSE))
  mcnemar <- quietly(mcnemar.test(sides, later, correct = FALSE))
  changed <- !is.null(mcnemar) && is.finite(mcnemar$p.value)
  nps <- tested(classOf(after) - classOf(before), level, 100, 200); mean <- tested(after - before, level, 1, 10)
  if (is.null(nps) || is.null(mean)) return(NULL)
  list(before = many(before), after = many(after), level = level, nps = nps, mean = mean,
       chiSquare = if (changed) mcnemar$statistic[[1]], pValue = if (changed) mcnemar$p.value)
}

drawnPValues <- function(i) {
  n <- pick(c(1, 2, 3, 5, 10, 30))
  p <- switch(pick(c("any", "small", "tiny", "ties", "ends")),
    any = signif(runif(n), 6), small = signif(runif(n)^4, 6), tiny = signif(10^-runif(n, 0, 300), 6),
    ties = pick(c(0.001, 0.01, 0.02, 0.04, 1), n), ends = pick(c(0, 1e-300, 5e-324, 1 - 2^-53, 1), n))
  p[runif(n) < 0.1] <- NA
  if (all(is.na(p))) return(NULL)
  list(pValues = many(p), holm = many(p.adjust(p, "holm")), benjaminiHochberg = many(p.adjust(p, "BH")))
}

# Each pair of groups by Welch's t, adjusted; the series of the same groups as a control chart.
drawnSeries <- function(i) {
  groups <- whole(2, 6)
  each <- lapply(seq_len(groups), function(g) whole(pick(0:6), 10, pick(c(2, 3, 6, 15))))
  if (!all(sapply(each, varies))) return(NULL)
  rating <- unlist(each); group <- rep(seq_len(groups), lengths(each))
  # pairwise.t.test wants the groups the other way round, and gives a triangle.
  welch <- function(adjust) { m <- pairwise.t.test(rating, group, adjust, pool.sd = FALSE)$p.value; many(unlist(lapply(seq_len(groups - 1), function(j) m[j:(groups - 1), j]))) }
  sigmas <- pick(c(3, 3, 2, signif(runif(1, 0.5, 5), 3)))
  chart <- function(values, variance, low, high) {
    centre <- mean(values); errors <- sqrt(variance / lengths(each))
    z <- (tapply(values, group, mean) - centre) / errors
    list(centre, clamp(centre - sigmas * errors, low, high), clamp(centre + sigmas * errors, low, high), mean(abs(diff(z))) / 1.128)
  }
  population <- function(x) mean((x - mean(x))^2)
  points <- 100 * classOf(rating); satisfied <- 100 * (rating >= 8)
  if (!varies(points) || !varies(satisfied)) return(NULL)
  list(groups = lapply(each, many), holm = welch("holm"), benjaminiHochberg = welch("BH"), none = welch("none"), sigmas = sigmas,
       nps = chart(points, population(points), -100, 100), csat = chart(satisfied, population(satisfied), 0, 100),
       ces = chart(rating, sigma(lm(rating ~ factor(group)))^2, 0, 10))
}

# uniroot as near as it gets; R's default of strict = FALSE leaves out the tail of the wrong side, as ours.
PRECISE <- .Machine$double.eps
drawnShift <- function(i) {
  p <- pick(c(signif(runif(1), 3), 0.5, 0.001, 0.999)); power <- pick(c(0.8, 0.9, 0.5, 0.99, signif(runif(1, 0.3, 0.999), 3)))
  alpha <- pick(c(0.05, 0.05, 0.01, 0.2, 1e-6)); after <- signif(runif(1), 3); n <- pick(c(5, 20, 100, 1000, 1e6))
  if (p <= 0 || p >= 1 || abs(after - p) < 1e-4 || power <= alpha) return(NULL)
  size <- quietly(power.prop.test(p1 = p, p2 = after, power = power, sig.level = alpha, tol = PRECISE)$n)
  # To R n and its power have to be at least 1 and alpha.
  rise <- quietly(power.prop.test(n = n, p1 = p, power = power, sig.level = alpha, tol = PRECISE)$p2)
  fall <- quietly(1 - power.prop.test(n = n, p1 = 1 - p, power = power, sig.level = alpha, tol = PRECISE)$p2)
  far <- function(end) power.prop.test(n = n, p1 = p, p2 = abs(end - 1e-12), sig.level = alpha)$power
  list(share = p, after = after, power = power, level = 1 - alpha, size = if (!is.null(size) && abs(size - round(size)) > 1e-6) ceiling(size),
       n = n, rise = if (!is.null(rise) && far(1) > power) 100 * (rise - p), fall = if (!is.null(fall) && far(0) > power) 100 * (fall - p))
}

drawnEffect <- function(i) {
  s <- signif(exp(rnorm(1)), 3); d <- signif(exp(rnorm(1, -0.5)), 3); power <- pick(c(0.8, 0.9, 0.5, 0.99, signif(runif(1, 0.3, 0.999), 3)))
  alpha <- pick(c(0.05, 0.05, 0.01, 0.2, 0.001)); n <- pick(c(2, 3, 5, 20, 100, 1000))
  if (power <= alpha) return(NULL)
  size <- quietly(power.t.test(delta = d, sd = s, power = power, sig.level = alpha, tol = PRECISE)$n)
  least <- quietly(power.t.test(n = n, sd = s, power = power, sig.level = alpha, tol = PRECISE)$delta)
  # R's noncentral t is an approximation from there on.
  if (!is.null(least) && least / s * sqrt(n / 2) > 37) least <- NULL
  list(difference = d, standardDeviation = s, power = power, level = 1 - alpha,
       size = if (!is.null(size) && abs(size - round(size)) > 1e-6) max(2, ceiling(size)), n = n, least = least)
}

# Weights by Johnson's own steps: the nearest orthogonal columns to the standardised drivers are P Q' of their svd.
drawnDrivers <- function(i) {
  n <- pick(c(6, 8, 12, 25)); k <- whole(1, min(5, n - 3))
  common <- rnorm(n)
  x <- sapply(seq_len(k), function(j) runif(1) * 2 * common + rnorm(n))
  y <- drop(x %*% runif(k, -0.5, 1)) + rnorm(n) * pick(c(0.3, 1, 3))
  offset <- pick(c(0, 0, 5, 1e6)); unit <- pick(c(1, 1, 1e-3, 1e6))
  rounded <- if (chance(0.5)) function(v) round(v + 5) else function(v) signif(v * unit, 6) + offset
  x[] <- rounded(x); y <- rounded(y)
  pairwise <- chance(0.3)
  if (chance(0.5)) { x[runif(n * k) < 0.1] <- NA; y[runif(n) < 0.05] <- NA }
  used <- if (pairwise) rep(TRUE, n) else complete.cases(x, y)
  z <- cbind(y, x)[used, , drop = FALSE]
  if (nrow(z) < k + 2) return(NULL)
  r <- quietly(cor(z, use = if (pairwise) "pairwise.complete.obs" else "everything"))
  if (is.null(r) || anyNA(r)) return(NULL)
  drivers <- r[-1, -1, drop = FALSE]; spectrum <- eigen(drivers, TRUE)
  if (min(spectrum$values) < 1e-3) return(NULL)
  counts <- crossprod(!is.na(z)); fewest <- min(counts)
  if (fewest < k + 2) return(NULL)
  if (pairwise) {
    root <- spectrum$vectors %*% (sqrt(spectrum$values) * t(spectrum$vectors))
    beta <- solve(root, r[-1, 1]); squared <- sum(beta^2); slopes <- solve(drivers, r[-1, 1])
    if (squared > 1 - 1e-6) return(NULL)
    weights <- drop(root^2 %*% beta^2); adjusted <- 1 - (1 - squared) * (fewest - 1) / (fewest - k - 1)
  } else {
    standard <- scale(z); parts <- svd(standard[, -1, drop = FALSE]); nearest <- parts$u %*% t(parts$v)
    # Of the standardised columns: around a mean of 1e6 lm() is left with ten digits.
    fit <- suppressWarnings(summary(lm(standard[, 1] ~ standard[, -1]))); squared <- fit$r.squared; adjusted <- fit$adj.r.squared
    beta <- crossprod(nearest, standard[, 1]); loadings <- crossprod(nearest, standard[, -1, drop = FALSE])
    weights <- drop(t(loadings^2) %*% beta^2) / (nrow(z) - 1)^2
    slopes <- unname(coef(lm(standard[, 1] ~ standard[, -1] - 1)))
  }
  list(outcome = many(y), drivers = lapply(seq_len(k), function(j) many(x[, j])), pairwise = pairwise, n = fewest, rSquared = squared, adjusted = adjusted,
       weights = many(weights), slopes = many(slopes), correlations = many(r[-1, 1]), inflation = many(diag(solve(drivers))),
       smallest = min(spectrum$values), condition = max(spectrum$values) / min(spectrum$values))
}

drawnDurations <- function(i) {
  minutes <- 1 + round(rlnorm(pick(c(1, 2, 3, 10, 11, 40)), 5, 1.5)); hours <- minutes / 60
  list(minutes = many(minutes), mean = mean(hours), median = median(hours), p90 = quantile(hours, 0.9, type = 7, names = FALSE))
}

# Scores by interpolated quantiles of type 7, and how many of them a value is above; the fewer days the better.
drawnRfm <- function(i) {
  n <- pick(c(1, 2, 5, 7, 12, 23, 40)); bins <- pick(c(5, 5, 3, 4, 10))
  score <- function(values) many(1 + findInterval(values, quantile(values, seq_len(bins - 1) / bins, type = 7, names = FALSE), left.open = TRUE))
  days <- round(rexp(n, 1 / 60)); orders <- 1 + rpois(n, 0.8); amounts <- round(rlnorm(n, 4, 1))
  list(bins = bins, days = many(days), orders = many(orders), amounts = many(amounts), recency = score(-days), frequency = score(orders), monetary = score(amounts))
}

# Distribution functions where R's are good to 12 digits or so: no normal approximation of pt (from 4e5 degrees on).
power10 <- function(from, to) signif(10^runif(1, from, to), 8)
drawnNormal <- function(i) {
  x <- signif(runif(1, -37, 9), 8); alpha <- power10(-300, 0)
  list(x = x, lower = pnorm(x), upper = pnorm(x, lower.tail = FALSE), p = alpha, quantile = qnorm(alpha), critical = qnorm(alpha / 2, lower.tail = FALSE))
}
drawnT <- function(i) {
  x <- power10(-4, 3) * pick(c(1, 1, -1)); degrees <- pick(c(whole(1, 40), power10(0, 5))); alpha <- power10(-12, 0)
  list(x = x, degrees = degrees, upper = pt(x, degrees, lower.tail = FALSE), alpha = alpha, critical = qt(alpha / 2, degrees, lower.tail = FALSE))
}
drawnBeta <- function(i) {
  a <- pick(c(whole(1, 50) / 2, power10(-1, 5))); b <- pick(c(whole(1, 50) / 2, power10(-1, 5)))
  p <- pick(c(power10(-200, 0), signif(runif(1), 8))); x <- signif(qbeta(p, a, b), 10)
  if (x < 1e-300 || x >= 1) return(NULL)
  list(a = a, b = b, x = x, lower = pbeta(x, a, b), upper = pbeta(x, a, b, lower.tail = FALSE), p = p, quantile = qbeta(p, a, b),
       fromAbove = qbeta(p, a, b, lower.tail = FALSE))
}
drawnChiSquare <- function(i) {
  degrees <- pick(c(whole(1, 10), whole(1, 1000), power10(-0.5, 3))); x <- signif(degrees * 10^runif(1, -2, 1), 8); shape <- power10(-4, 12)
  list(x = x, degrees = degrees, upper = pchisq(x, degrees, lower.tail = FALSE), shape = shape, logGamma = lgamma(shape))
}
# How many are lost after so many periods is the distribution of a geometric time.
drawnChurn <- function(i) {
  rate <- pick(c(power10(-14, -1), signif(runif(1), 4))); periods <- pick(c(1, 4, 12, 52, 365))
  list(rate = rate, periods = periods, annual = pgeom(periods - 1, rate))
}

drawnIndex <- function(i) {
  means <- signif(runif(3, 1, 10), 6); weights <- signif(runif(3), 4) * 10^whole(-12, 12, if (chance(0.5)) 3 else 1)
  list(means = many(means), weights = many(weights), score = 100 * (weighted.mean(means, weights) - 1) / 9)
}

writeCases(character(0), c(
  section("indices", 20260607, 80, drawnIndex),
  section("means", 20260521, 260, drawnMean),
  section("welch", 20260522, 220, drawnWelch),
  section("shares", 20260523, 420, drawnShares),
  section("targets", 20260524, 400, drawnTarget),
  section("pairs", 20260525, 220, drawnPairs),
  section("adjusted", 20260526, 150, drawnPValues),
  section("series", 20260527, 130, drawnSeries),
  section("shifts", 20260528, 260, drawnShift),
  section("effects", 20260529, 160, drawnEffect),
  section("drivers", 20260530, 200, drawnDrivers),
  section("durations", 20260531, 60, drawnDurations),
  section("rfm", 20260601, 60, drawnRfm),
  section("normal", 20260602, 250, drawnNormal),
  section("studentT", 20260603, 250, drawnT),
  section("beta", 20260604, 250, drawnBeta),
  section("chiSquare", 20260605, 250, drawnChiSquare),
  section("churn", 20260606, 80, drawnChurn)))
