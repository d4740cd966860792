# Drawn weighted and clustered scores, and weights, as R's package survey has them: see cases.R.
#
# Scores: svymean of what each answer counts, on a design of weights, and with ids = for clusters; by group on a design of
# the group's rows alone. Raking: rake() and calibrate(calfun = "raking"), which get there by other ways and have to agree; with
# bounds calibrate(bounds.const = TRUE). Cells: postStratify(). Kish's design effect as 1 + the squared coefficient of variation.
#
# Ratings are from 0 to 10. Left to exact.py: weights of very different size in one sample, where doubles lose the digits
# of the small ones in either package.

suppressMessages(library(survey))
source("test/differential/cases.R")

LEVELS <- c(0.95, 0.95, 0.9, 0.99, 0.5, 0.01, 0.9999)

drawnRatings <- function(n) {
  switch(pick(c("any", "any", "high", "two", "one")),
    any = whole(0, 10, n), high = pmin(10, whole(6, 13, n)), two = pick(c(whole(0, 10), whole(0, 10)), n),
    one = rep(whole(0, 10), n))
}

drawnWeights <- function(n) {
  switch(pick(c("any", "any", "whole", "zeros", "huge", "tiny")),
    any = signif(exp(rnorm(n)), 5), whole = whole(1, 6, n), zeros = pick(c(0, 1, 1.5, 2), n),
    huge = signif(exp(rnorm(n)), 5) * 1e12, tiny = signif(exp(rnorm(n)), 5) * 1e-12)
}

pointsOf <- function(rating) ifelse(rating >= 9, 100, ifelse(rating <= 6, -100, 0))
valuesOf <- function(rating, top, bottom) data.frame(
  nps = pointsOf(rating), csat = 100 * (rating >= 8), mean = rating, box = 100 * (rating >= top),
  net = 100 * ((rating >= top) - (rating <= bottom)))

# Means and standard errors of all columns at once.
means <- function(values, weight, cluster = NULL) {
  rows <- cbind(values, own = if (is.null(cluster)) seq_along(weight) else cluster, weight = weight)
  design <- svydesign(ids = ~own, weights = ~weight, data = rows)
  found <- svymean(as.formula(paste("~", paste(names(values), collapse = "+"))), design)
  list(means = as.numeric(coef(found)), errors = as.numeric(SE(found)))
}

drawnScores <- function(i) {
  n <- pick(c(2, 2, 3, 4, 6, 9, 15, 30, 60))
  rating <- drawnRatings(n)
  weight <- drawnWeights(n)
  # R takes rows of weight 0 for answers, and so do we, where anything weighs more.
  if (sum(weight > 0) < 1) return(NULL)
  bottom <- whole(0, 9)
  top <- whole(bottom + 1, 10)
  found <- means(valuesOf(rating, top, bottom), weight)
  list(rating = many(rating), weight = many(weight), top = top, bottom = bottom, scores = many(found$means),
       errors = many(found$errors), effectiveN = n / (1 + mean((weight / mean(weight) - 1)^2)))
}

# A limit of each method as docs/methods.md has it, by R's quantiles.
limitsOf <- function(rating, weight, found, effect, clusters, level) {
  n <- length(rating)
  kish <- sum(weight)^2 / sum(weight^2)
  own <- kish / pmax(1, effect)
  tail <- (1 - level) / 2
  z <- qnorm(tail, lower.tail = FALSE)
  part <- (qt(tail, n - 1) / qt(tail, clusters - 1))^2
  share <- found$means[2] / 100
  size <- own[2] * part
  high <- found$means[1] / 100
  classes <- c(sum(weight[rating <= 6]), sum(weight[rating %in% 7:8]), sum(weight[rating >= 9])) / sum(weight) * own[1] * part + c(0.75, 1.5, 0.75)
  shares <- classes / sum(classes)
  net <- shares[3] - shares[1]
  wide <- z * sqrt((shares[1] + shares[3] - net^2) / sum(classes))
  spread <- sum(weight * (rating - found$means[3])^2) / sum(weight)
  reach <- qt(tail, min(own[3], clusters) - 1, lower.tail = FALSE) * sqrt(spread / (own[3] - 1))
  list(adjustedWald = many(pmin(pmax(100 * c(net - wide, net + wide), -100), 100)),
       clopperPearson = many(100 * c(if (share > 0) qbeta(tail, size * share, size * (1 - share) + 1) else 0,
                                     if (share < 1) qbeta(tail, size * share + 1, size * (1 - share), lower.tail = FALSE) else 1)),
       studentT = many(pmin(pmax(found$means[3] + c(-reach, reach), 0), 10)))
}

drawnClusters <- function(i) {
  clusters <- pick(c(2, 3, 5, 8, 12, 20))
  cluster <- rep(seq_len(clusters), whole(1, 5, clusters))
  n <- length(cluster)
  if (n < 3) return(NULL)
  rating <- pmin(pmax(round(whole(2, 9) + rnorm(clusters, 0, 2)[cluster] + rnorm(n, 0, 1.5)), 0), 10)
  weight <- if (chance(0.5)) rep(1, n) else signif(exp(rnorm(n, 0, 0.5)), 5) * pick(c(1, 1, 1e12, 1e-12))
  values <- valuesOf(rating, 10, 0)[c("nps", "csat", "mean")]
  if (any(sapply(values, function(v) length(unique(v)) == 1))) return(NULL)
  found <- means(values, weight, cluster)
  effect <- (found$errors / means(values, weight)$errors)^2
  own <- sum(weight)^2 / sum(weight^2) / pmax(1, effect)
  # The clusters tell next to nothing then, and R's qt gives up below a degree of freedom or so.
  if (min(own) < 1.5) return(NULL)
  level <- pick(LEVELS)
  c(list(rating = many(rating), weight = many(weight), weighted = any(weight != 1), cluster = many(cluster), level = level,
         scores = many(found$means), errors = many(found$errors), effects = many(effect), effectiveN = many(own)),
    limitsOf(rating, weight, found, effect, clusters, level))
}

# Two samples of clusters. A p-value is the alpha at which the test, with the part of the answers that counts at that alpha, just
# rejects: found by uniroot on its logarithm.
drawnComparison <- function(i) {
  sides <- lapply(1:2, function(side) {
    clusters <- pick(c(3, 5, 8, 15)); cluster <- rep(seq_len(clusters), whole(1, 5, clusters))
    rating <- pmin(pmax(round(whole(3, 9) + rnorm(clusters, 0, 2)[cluster] + rnorm(length(cluster), 0, 1.5)), 0), 10)
    list(rating = rating, weight = signif(exp(rnorm(length(cluster), 0, 0.5)), 5), cluster = cluster)
  })
  level <- pick(LEVELS)
  figures <- lapply(sides, function(s) {
    values <- valuesOf(s$rating, 10, 0)[c("nps", "mean")]
    if (any(sapply(values, function(v) length(unique(v)) == 1))) return(NULL)
    found <- means(values, s$weight, s$cluster); effect <- (found$errors / means(values, s$weight)$errors)^2
    own <- sum(s$weight)^2 / sum(s$weight^2) / pmax(1, effect)
    if (min(own) < 1.5) return(NULL)
    share <- function(these) sum(s$weight[these]) / sum(s$weight)
    spread <- sum(s$weight * (s$rating - found$means[2])^2) / sum(s$weight)
    list(means = found$means, errors = found$errors, answers = length(s$rating) - 1, clusters = max(s$cluster) - 1,
         classes = own[1] * c(share(s$rating <= 6), share(s$rating %in% 7:8), share(s$rating >= 9)),
         squared = spread / (own[2] - 1), degrees = min(own[2], max(s$cluster)) - 1)
  })
  if (any(sapply(figures, is.null))) return(NULL)
  a <- figures[[1]]; b <- figures[[2]]
  part <- function(alpha) (qt(alpha / 2, a$answers + b$answers) / qt(alpha / 2, a$clusters + b$clusters))^2
  adjusted <- function(alpha) {
    net <- sapply(figures, function(f) { x <- f$classes * part(alpha) + c(0.75, 1.5, 0.75); s <- x / sum(x); n <- s[3] - s[1]; c(n, (s[1] + s[3] - n^2) / sum(x)) })
    list(difference = net[1, 2] - net[1, 1], error = sqrt(sum(net[2, ])))
  }
  surplus <- function(log) { x <- adjusted(exp(log)); log(2 * pnorm(-abs(x$difference / x$error))) - log }
  p <- tryCatch(exp(uniroot(surplus, c(log(1e-12), -1e-9), tol = 1e-14)$root), error = function(e) NULL)
  if (is.null(p)) return(NULL)
  at <- adjusted(1 - level); reach <- qnorm((1 - level) / 2, lower.tail = FALSE) * at$error
  error <- sqrt(a$squared + b$squared); statistic <- (b$means[2] - a$means[2]) / error
  degrees <- (a$squared + b$squared)^2 / (a$squared^2 / a$degrees + b$squared^2 / b$degrees)
  far <- qt((1 - level) / 2, degrees, lower.tail = FALSE) * error
  list(sides = lapply(sides, function(s) lapply(unname(s), many)), level = level, npsError = sqrt(a$errors[1]^2 + b$errors[1]^2), npsP = p,
       nps = many(pmin(pmax(100 * (at$difference + c(-reach, reach)), -200), 200)), cesP = 2 * pt(-abs(statistic), degrees),
       cesDegrees = degrees, ces = many(pmin(pmax(b$means[2] - a$means[2] + c(-far, far), -10), 10)))
}

drawnGroups <- function(i) {
  clusters <- pick(c(4, 8, 15))
  cluster <- rep(seq_len(clusters), whole(1, 6, clusters))
  n <- length(cluster)
  plan <- pick(c("Basic", "Plus", "Pro"), n)
  rating <- drawnRatings(n)
  weight <- signif(exp(rnorm(n, 0, 0.5)), 5)
  plans <- sort(unique(plan), method = "radix")
  alone <- lapply(plans, function(p) {
    own <- plan == p
    if (sum(own) < 2) return(list(score = pointsOf(rating[own]), error = NA, clusteredError = NA))
    values <- data.frame(nps = pointsOf(rating[own]))
    each <- means(values, weight[own])
    clustered <- if (length(unique(cluster[own])) > 1) means(values, weight[own], cluster[own])$errors else NA
    list(score = each$means, error = each$errors, clusteredError = clustered)
  })
  column <- function(name) many(sapply(alone, `[[`, name))
  list(rating = many(rating), weight = many(weight), cluster = many(cluster), plan = many(plan), plans = many(plans),
       score = column("score"), error = column("error"), clusteredError = column("clusteredError"))
}

# Rows in categories that all occur, weights before, and targets that are near enough to be reached.
drawnSample <- function() {
  n <- pick(c(6, 10, 20, 40))
  sizes <- whole(2, 4, pick(c(1, 2, 2, 3)))
  columns <- lapply(sizes, function(size) pick(letters[seq_len(size)], n, runif(size, 0.3, 1)))
  names(columns) <- paste0("m", seq_along(sizes))
  weight <- if (chance(0.4)) rep(1, n) else signif(exp(rnorm(n, 0, 0.5)), 5) * pick(c(1, 1, 1, 1e10, 1e-10))
  total <- pick(c(1, 1000, 1000, 1e9))
  targets <- lapply(columns, function(column) {
    share <- table(column) / n * exp(rnorm(length(table(column)), 0, 0.5))
    share <- signif(share / sum(share), 4)
    share[1] <- 1 - sum(share[-1])
    share * total
  })
  list(rows = data.frame(columns, weight = weight), targets = targets, total = total)
}
sampleOf <- function(s) list(
  columns = lapply(unname(as.list(s$rows[names(s$targets)])), function(column) many(as.character(column))),
  categories = lapply(unname(s$targets), function(target) many(names(target))),
  targets = lapply(unname(s$targets), function(target) many(as.numeric(target))), weight = many(s$rows$weight))

# calibrate wants the totals of the columns of a model matrix.
calibrated <- function(s, ...) {
  # Started from weights that add up to the total, which changes nothing but what it rounds.
  s$rows$weight <- s$rows$weight / sum(s$rows$weight) * s$total
  design <- svydesign(ids = ~1, weights = ~weight, data = s$rows)
  population <- c(`(Intercept)` = s$total)
  for (name in names(s$targets)) {
    target <- s$targets[[name]][-1]
    population <- c(population, setNames(as.numeric(target), paste0(name, names(target))))
  }
  formula <- as.formula(paste("~", paste(names(s$targets), collapse = "+")))
  weights(calibrate(design, formula, population, calfun = "raking", epsilon = 1e-13, maxit = 500, ...))
}

raked <- function(s) {
  s$rows$weight <- s$rows$weight / sum(s$rows$weight) * s$total
  design <- svydesign(ids = ~1, weights = ~weight, data = s$rows)
  frames <- lapply(names(s$targets), function(name) setNames(data.frame(names(s$targets[[name]]), as.numeric(s$targets[[name]])), c(name, "Freq")))
  margins <- lapply(names(s$targets), function(name) as.formula(paste("~", name)))
  weights(rake(design, margins, frames, control = list(maxit = 400, epsilon = 1e-13)))
}

quietly <- function(expression) tryCatch(suppressWarnings(expression), error = function(e) NULL)

drawnRaking <- function(i) {
  s <- drawnSample()
  both <- list(quietly(raked(s)), quietly(calibrated(s)))
  if (any(sapply(both, is.null)) || anyNA(unlist(both))) return(NULL)
  # Where the margins can hardly be reached, rake() is still on its way, and the weights of some rows on theirs to 0.
  if (any(abs(both[[1]] / both[[2]] - 1) > 1e-9)) return(NULL)
  w <- both[[2]]
  c(sampleOf(s), list(total = s$total, weights = many(w), effectiveN = length(w) / (1 + mean((w / mean(w) - 1)^2))))
}

drawnBounded <- function(i) {
  s <- drawnSample()
  n <- nrow(s$rows)
  lower <- pick(c(0.1, 0.2, 0.3)); upper <- pick(c(1.6, 2, 3))
  mean <- s$total / n
  w <- quietly(calibrated(s, bounds = list(lower = lower * mean, upper = upper * mean), bounds.const = TRUE))
  if (is.null(w) || anyNA(w)) return(NULL)
  achieved <- unlist(lapply(names(s$targets), function(name) tapply(w, s$rows[[name]], sum) - s$targets[[name]]))
  if (max(abs(achieved)) > 1e-11 * s$total || min(w) < lower * mean * (1 - 1e-9) || max(w) > upper * mean * (1 + 1e-9)) return(NULL)
  bounded <- sum(w < lower * mean * (1 + 1e-9) | w > upper * mean * (1 - 1e-9))
  if (bounded == 0) return(NULL)
  c(sampleOf(s), list(total = s$total, lower = lower, upper = upper, weights = many(w), bounded = bounded))
}

drawnCells <- function(i) {
  s <- drawnSample()
  names <- names(s$targets)
  cells <- unique(s$rows[names])
  cells$Freq <- signif(runif(nrow(cells), 0.1, 3), 4) * pick(c(1, 1000, 1e9))
  # A cell that nobody is in.
  if (chance(0.3)) cells <- rbind(cells, c(as.list(rep("z", length(names))), 10))
  design <- svydesign(ids = ~1, weights = ~weight, data = s$rows)
  formula <- as.formula(paste("~", paste(names, collapse = "+")))
  w <- weights(suppressWarnings(postStratify(design, formula, cells, partial = TRUE)))
  list(columns = lapply(unname(as.list(s$rows[names])), function(column) many(as.character(column))),
       keys = lapply(unname(as.list(cells[names])), function(column) many(as.character(column))),
       targets = many(as.numeric(cells$Freq)), weight = many(s$rows$weight), weights = many(as.numeric(w)),
       complete = !any(cells[[1]] == "z"), effectiveN = length(w) / (1 + mean((w / mean(w) - 1)^2)))
}

writeCases("survey", c(
  section("scores", 20260511, 320, drawnScores),
  section("clusters", 20260512, 500, drawnClusters),
  section("comparisons", 20260517, 160, drawnComparison),
  section("groups", 20260513, 120, drawnGroups),
  section("raking", 20260514, 300, drawnRaking),
  section("bounded", 20260515, 600, drawnBounded),
  section("cells", 20260516, 150, drawnCells)))
