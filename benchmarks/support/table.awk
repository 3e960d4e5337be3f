# Figures beside rivals. Lines: part<TAB>figure<TAB>unit<TAB>ours<TAB>lucene<TAB>sqlite<TAB>xapian, "-" where there is none;
# of every figure less is better. Prints a table for each part, "LOSES" where a rival needs less, and at the end how many
# lose, the worst first. Parts with "by class" in their name break others down: marked, but not counted again.
BEGIN {
  FS = "\t"
  rivals = split("Lucene SQLite Xapian", rival, " ")
}
function is_number(x) { return x ~ /^[0-9.]+$/ }
function shown(x) { return is_number(x) ? x >= 100 ? sprintf("%.0f", x) : x >= 10 ? sprintf("%.1f", x) : sprintf("%.3g", x) : "-" }
function heading(i) {
  printf "\n%-40s %-4s %10s", part, "", "Pressarkiv"
  for (i = 1; i <= rivals; i++) printf " %8s", rival[i]
  for (i = 1; i <= rivals; i++) printf " %8s", "/" rival[i]
  print ""
}
/^#/ || NF < 7 { next }
$1 != part { part = $1; heading() }
{
  line = sprintf("%-40s %-4s %10s", $2, $3, shown($4))
  for (i = 1; i <= rivals; i++) line = line sprintf(" %8s", shown($(4 + i)))
  worst = 0
  to_whom = ""
  beside = 0
  for (i = 1; i <= rivals; i++) {
    if (!is_number($4) || !is_number($(4 + i)) || $(4 + i) <= 0) { line = line sprintf(" %8s", ""); continue }
    beside = 1
    ratio = $4 / $(4 + i)
    line = line sprintf(" %8.2f", ratio)
    if (ratio > 1) to_whom = to_whom sprintf(", %s %.2f", rival[i], ratio)
    if (ratio > worst) worst = ratio
  }
  if (worst > 1) line = line "  LOSES"
  sub(/ +$/, "", line)
  print line
  if (!beside || part ~ /by class/) next
  compared++
  if (worst <= 1) next
  at = ++lost
  while (at > 1 && by[at - 1] < worst) { by[at] = by[at - 1]; name[at] = name[at - 1]; at-- }
  by[at] = worst
  name[at] = part ": " $2 to_whom
}
END {
  if (!compared) exit
  printf "\n%d of %d figures with a rival lose to one (a ratio above 1 loses)%s\n", lost, compared, lost ? ", the worst first:" : "."
  for (i = 1; i <= lost; i++) print "  " name[i]
}
