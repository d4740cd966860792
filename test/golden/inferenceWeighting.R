# Golden numbers for weighting, from the survey package: `Rscript test/golden/inferenceWeighting.R`, run from the project's
# root, writes test/golden/inferenceWeighting.json again, byte for byte. R 4.2.2, survey 4.1.1.
#
# Raking by rake(), cells by postStratify(), clusters by svymean() with ids. Bounded raking is solved here for its multipliers,
# w = clamp(d exp(x'lambda)), by Newton's method: another way to the same weights, which are the only ones of this form. Scores of clusters are in points of NPS or on the scale of CES.

suppressMessages(library(survey))
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20260412)

number <- function(x) {
  text <- formatC(x, digits = 17, format = "g", width = 1)
  ifelse(is.na(x), "null", text)
}
array <- function(items) paste0("[", paste(items, collapse = ", "), "]")
object <- function(...) {
  items <- c(...)
  paste0("{", paste(sprintf('"%s": %s', names(items), items), collapse = ", "), "}")
}
texts <- function(x) array(sprintf('"%s"', x))

sampleOf <- function(n, weighted) {
  data.frame(
    plan = sample(c("Basic", "Plus", "Pro"), n, TRUE, c(0.2, 0.3, 0.5)),
    region = sample(c("north", "south"), n, TRUE),
    age = sample(c("a", "b", "c", "d"), n, TRUE),
    weight = if (weighted) round(exp(rnorm(n, 0, 0.4)), 3) else rep(1, n)
  )
}
planTargets <- c(Basic = 400, Plus = 350, Pro = 250)
regionTargets <- c(north = 620, south = 380)
ageTargets <- c(a = 100, b = 300, c = 350, d = 250)
frame <- function(name, targets) setNames(data.frame(names(targets), as.numeric(targets)), c(name, "Freq"))

rakeCase <- function(n, weighted) {
  rows <- sampleOf(n, weighted)
  design <- svydesign(ids = ~1, weights = ~weight, data = rows)
  raked <- rake(design, list(~plan, ~region, ~age),
    list(frame("plan", planTargets), frame("region", regionTargets), frame("age", ageTargets)),
    control = list(maxit = 1000, epsilon = 1e-11))
  w <- weights(raked)
  rowsJson(rows, c(weights = array(number(w)), effectiveN = number(sum(w)^2 / sum(w^2))))
}
rowsJson <- function(rows, results) {
  object(c(plan = texts(rows$plan), region = texts(rows$region), age = texts(rows$age),
    weight = array(number(rows$weight)), results))
}

boundCase <- function(n, lower, upper) {
  rows <- sampleOf(n, TRUE)
  rows$weight <- rows$weight / mean(rows$weight) * 1000 / n
  rows$plan <- factor(rows$plan); rows$region <- factor(rows$region); rows$age <- factor(rows$age)
  x <- model.matrix(~ plan + region + age, rows)
  population <- c(1000, 350, 250, 380, 300, 350, 250)
  low <- lower * 1000 / n; high <- upper * 1000 / n
  lambda <- numeric(7)
  for (step in 1:500) {
    free <- rows$weight * exp(drop(x %*% lambda))
    w <- pmin(pmax(free, low), high)
    short <- population - colSums(x * w)
    if (max(abs(short)) < 1e-10) break
    inside <- w == free
    change <- solve(crossprod(x[inside, ], x[inside, ] * w[inside]), short)
    # Halved while it does not help: the slope changes where weights reach their bounds.
    repeat {
      tried <- pmin(pmax(rows$weight * exp(drop(x %*% (lambda + change))), low), high)
      if (max(abs(population - colSums(x * tried))) < max(abs(short)) || max(abs(change)) < 1e-15) break
      change <- change / 2
    }
    lambda <- lambda + change
  }
  stopifnot(max(abs(population - colSums(x * w))) < 1e-9)
  stopifnot(min(w) >= lower * 1000 / n - 1e-6, max(w) <= upper * 1000 / n + 1e-6)
  bounded <- sum(w <= lower * 1000 / n + 1e-9 | w >= upper * 1000 / n - 1e-9)
  stopifnot(bounded > 0)
  rowsJson(rows, c(lower = number(lower), upper = number(upper), weights = array(number(w)), bounded = number(bounded)))
}

cellCase <- function(n) {
  rows <- sampleOf(n, TRUE)
  cells <- expand.grid(plan = c("Basic", "Plus", "Pro"), region = c("north", "south"), stringsAsFactors = FALSE)
  cells$Freq <- c(310, 120, 90, 50, 210, 220)
  design <- svydesign(ids = ~1, weights = ~weight, data = rows)
  w <- weights(postStratify(design, ~ plan + region, cells))
  rowsJson(rows, c(cellPlan = texts(cells$plan), cellRegion = texts(cells$region), cellTarget = array(number(cells$Freq)),
    weights = array(number(w))))
}

clusterCase <- function(clusters, weighted) {
  size <- sample(1:6, clusters, TRUE)
  id <- rep(seq_len(clusters), size)
  effect <- rnorm(clusters, 0, 2)[id]
  rating <- pmin(pmax(round(7 + effect + rnorm(length(id), 0, 1.5)), 0), 10)
  weight <- if (weighted) round(exp(rnorm(length(id), 0, 0.5)), 3) else rep(1, length(id))
  points <- ifelse(rating >= 9, 100, ifelse(rating <= 6, -100, 0))
  design <- svydesign(ids = ~id, weights = ~weight, data = data.frame(id, rating, points, weight))
  each <- svydesign(ids = ~1, weights = ~weight, data = data.frame(rating, points, weight))
  nps <- svymean(~points, design)
  mean <- svymean(~rating, design)
  ratio <- function(x) as.numeric((SE(svymean(x, design)) / SE(svymean(x, each)))^2)
  object(c(cluster = array(id), rating = array(rating), weight = array(number(weight)), weighted = tolower(weighted),
    nps = number(as.numeric(coef(nps))), npsError = number(as.numeric(SE(nps))), npsEffect = number(ratio(~points)),
    mean = number(as.numeric(coef(mean))), meanError = number(as.numeric(SE(mean))), meanEffect = number(ratio(~rating))))
}

# Three groups, with clusters that have answers in several: svymean on a design of the group's rows alone, and svyby on the
# design of all, whose c is that of all groups.
groupsCase <- function(clusters) {
  size <- sample(2:6, clusters, TRUE)
  id <- rep(seq_len(clusters), size)
  plan <- sample(c("Basic", "Plus", "Pro"), length(id), TRUE)
  rating <- pmin(pmax(round(7 + rnorm(clusters, 0, 2)[id] + rnorm(length(id), 0, 1.5)), 0), 10)
  weight <- round(exp(rnorm(length(id), 0, 0.5)), 3)
  points <- ifelse(rating >= 9, 100, ifelse(rating <= 6, -100, 0))
  rows <- data.frame(id, plan, rating, points, weight)
  domains <- svyby(~points, ~plan, svydesign(ids = ~id, weights = ~weight, data = rows), svymean)
  alone <- sapply(domains$plan, function(p) as.numeric(SE(svymean(~points, svydesign(ids = ~id, weights = ~weight, data = rows[rows$plan == p, ])))))
  object(c(cluster = array(id), plan = texts(plan), rating = array(rating), weight = array(number(weight)), plans = texts(domains$plan),
    nps = array(number(domains$points)), errors = array(number(alone)), domainErrors = array(number(SE(domains)))))
}

json <- paste0("{\n", paste(c(
  sprintf('"rake": [\n%s\n]', paste(c(rakeCase(40, FALSE), rakeCase(40, TRUE), rakeCase(200, TRUE)), collapse = ",\n")),
  sprintf('"bounded": [\n%s\n]', paste(c(boundCase(60, 0.2, 4), boundCase(150, 0.3, 3.2)), collapse = ",\n")),
  sprintf('"cells": [\n%s\n]', paste(c(cellCase(60)), collapse = ",\n")),
  sprintf('"clusters": [\n%s\n]', paste(c(clusterCase(12, FALSE), clusterCase(12, TRUE), clusterCase(40, TRUE)), collapse = ",\n")),
  sprintf('"clusterGroups": [\n%s\n]', paste(c(groupsCase(15), groupsCase(30)), collapse = ",\n"))
), collapse = ",\n"), "\n}\n")
cat(json, file = "test/golden/inferenceWeighting.json")
