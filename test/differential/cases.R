# What the generators in R share: seeded draws, and the file of cases that the tests read.
#
# Each is run from the project's root with the file to write: `Rscript test/differential/survival.R FILE`, as
# `npm run differential` does.

RNGkind("Mersenne-Twister", "Inversion", "Rejection")

# One of the values, or `size` of them; a single value is not taken for 1:value, as sample() would.
pick <- function(values, size = 1, prob = NULL) values[sample.int(length(values), size, TRUE, prob)]
chance <- function(share) runif(1) < share
whole <- function(from, to, size = 1) from + floor(runif(size) * (to - from + 1))

# An array, also where there is one value or none.
many <- function(values) structure(list(values), class = "many")

# Numbers with 15 digits where those are the double, and with 17 otherwise.
digits <- function(x) {
  stopifnot(is.na(x) | is.finite(x))
  text <- ifelse(is.na(x), "null", sprintf("%.15g", x))
  short <- is.na(x) | suppressWarnings(as.numeric(text)) == x
  ifelse(short, text, sprintf("%.17g", x))
}
array_of <- function(texts) paste0("[", paste(texts, collapse = ","), "]")
json <- function(value) {
  if (inherits(value, "many")) return(array_of(simple(value[[1]])))
  if (is.list(value)) return(array_of(vapply(value, json, "")))
  if (is.null(value)) "null" else simple(value)
}
simple <- function(value) {
  if (is.character(value)) sprintf('"%s"', value)
  else if (is.logical(value) && !anyNA(value)) ifelse(value, "true", "false")
  else digits(as.numeric(value))
}

# Cases, each a list with the same names; `draw` gives NULL where the peer has no answer. A seed of its own for each
# section, so that a change of one leaves the others as they are.
section <- function(name, seed, count, draw) {
  set.seed(seed)
  cases <- Filter(Negate(is.null), lapply(seq_len(count), draw))
  fields <- sprintf('"%s"', names(cases[[1]]))
  rows <- vapply(cases, function(case) json(unname(case)), "")
  sprintf('"%s": {\n"fields": %s,\n"cases": [\n%s\n]}', name, array_of(fields), paste(rows, collapse = ",\n"))
}

writeCases <- function(packages, sections) {
  versions <- c(sprintf("%s.%s", R.version$major, R.version$minor), sapply(packages, function(p) format(packageVersion(p))))
  made <- sprintf('"%s": "%s"', c("R", packages), versions)
  text <- paste0('{\n"made": { ', paste(made, collapse = ", "), " },\n", paste(sections, collapse = ",\n"), "\n}")
  writeLines(text, commandArgs(TRUE)[1])
}
