# Figures beside rivals. Lines: part<TAB>figure<TAB>unit<TAB>ours<TAB>lucene<TAB>xapian, "-" where there is none; of every
# figure less is better. Prints a table for each part, "LOSES" where a rival needs less, and at the end how many lose,
# the worst first. Parts with "by class" in their name break others down: marked, but not counted again.
BEGIN { FS = "\t" }
function ratio(a, b) { return a ~ /^[0-9.]+$/ && b ~ /^[0-9.]+$/ && b > 0 ? a / b : "" }
function shown(x) { return x == "" || x == "-" ? "-" : x >= 100 ? sprintf("%.0f", x) : x >= 10 ? sprintf("%.1f", x) : sprintf("%.3g", x) }
/^#/ || NF < 6 { next }
{
  if ($1 != part) {
    part = $1
    printf "\n%-38s %-5s %11s %9s %9s %9s %9s\n", part, "", "Pressarkiv", "Lucene", "Xapian", "/Lucene", "/Xapian"
  }
  to_lucene = ratio($4, $5)
  to_xapian = ratio($4, $6)
  worst = to_lucene > to_xapian + 0 ? to_lucene : to_xapian
  printf "%-38s %-5s %11s %9s %9s %9s %9s%s\n", $2, $3, shown($4), shown($5), shown($6), \
    to_lucene == "" ? "" : sprintf("%.2f", to_lucene), to_xapian == "" ? "" : sprintf("%.2f", to_xapian), \
    (worst > 1 ? "  LOSES" : "")
  if (worst == "" || part ~ /by class/) next
  compared++
  if (worst > 1) {
    at = ++lost
    while (at > 1 && by[at - 1] < worst) { by[at] = by[at - 1]; name[at] = name[at - 1]; at-- }
    by[at] = worst
    name[at] = part ": " $2 (to_lucene + 0 > 1 ? sprintf(", Lucene %.2f", to_lucene) : "") \
      (to_xapian + 0 > 1 ? sprintf(", Xapian %.2f", to_xapian) : "")
  }
}
END {
  if (!compared) exit
  printf "\n%d of %d figures with a rival lose to one (a ratio above 1 loses)%s\n", lost, compared, lost ? ", the worst first:" : "."
  for (i = 1; i <= lost; i++) print "  " name[i]
}
