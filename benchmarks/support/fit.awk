# How figures grow: lines "series<TAB>size<TAB>value". Prints for each series the exponent k of value = c * size^k (least
# squares over the logarithms), the same of the last step alone (the two largest sizes), and where that last step leads
# at `at` (10,000,000 unless set): a guess, not a measurement.
BEGIN { FS = "\t"; OFS = "\t"; if (!at) at = 1e7 }
$2 > 0 && $3 > 0 {
  if (!($1 in n)) order[++count] = $1
  x = log($2); y = log($3)
  n[$1]++; sx[$1] += x; sy[$1] += y; sxx[$1] += x * x; sxy[$1] += x * y
  if (n[$1] == 1 || x > last_x[$1]) {
    if (n[$1] > 1) { before_x[$1] = last_x[$1]; before_y[$1] = last_y[$1] }
    last_x[$1] = x; last_y[$1] = y
  } else if (x < last_x[$1] && (!($1 in before_x) || x > before_x[$1])) {
    before_x[$1] = x; before_y[$1] = y
  }
}
END {
  for (i = 1; i <= count; i++) {
    s = order[i]
    if (!(s in before_x)) { print s, "-", "-", "-"; continue }
    k = (n[s] * sxy[s] - sx[s] * sy[s]) / (n[s] * sxx[s] - sx[s] * sx[s])
    step = (last_y[s] - before_y[s]) / (last_x[s] - before_x[s])
    print s, sprintf("%.2f", k), sprintf("%.2f", step), sprintf("%.3g", exp(last_y[s] + step * (log(at) - last_x[s])))
  }
}
