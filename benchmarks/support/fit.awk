# How figures grow: lines "series<TAB>size<TAB>value". Prints for each series the exponent k of value = c * size^k (least
# squares over the logarithms) and what it gives at `at` (10,000,000 unless set): a guess, not a measurement.
BEGIN { FS = "\t"; OFS = "\t"; if (!at) at = 1e7 }
$2 > 0 && $3 > 0 {
  if (!($1 in n)) order[++count] = $1
  x = log($2); y = log($3)
  n[$1]++; sx[$1] += x; sy[$1] += y; sxx[$1] += x * x; sxy[$1] += x * y
}
END {
  for (i = 1; i <= count; i++) {
    s = order[i]
    spread = n[s] * sxx[s] - sx[s] * sx[s]
    if (n[s] < 2 || spread < 1e-9) { print s, "-", "-"; continue }
    k = (n[s] * sxy[s] - sx[s] * sy[s]) / spread
    print s, sprintf("%.2f", k), sprintf("%.4g", exp((sy[s] - k * sx[s]) / n[s] + k * log(at)))
  }
}
