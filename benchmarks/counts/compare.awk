# Compares two files of counts, one "workload<TAB>instructions" a line; the first is the baseline. A comment line
# "# compiler: …" says what each was built with. Prints a line a workload; status 1 when one rose by more than
# `tolerance` percent.
BEGIN { FS = "\t"; status = 0 }
FNR == 1 { file++ }
/^# compiler: / { compiler[file] = substr($0, 13); next }
/^#/ || NF < 2 { next }
file == 1 { before[$1] = $2; next }
{
  name = $1
  if (!(name in before)) {
    line = sprintf("new, not in the baseline")
  } else {
    change = 100 * ($2 - before[name]) / before[name]
    line = sprintf("%+.2f %%", change)
    if (change > tolerance) { line = line "  ROSE"; status = 1 }
    if (change < -tolerance) line = line "  fell: write the baseline anew (--update)"
  }
  printf "%-16s %15.0f  %s\n", name, $2, line
}
END {
  if (compiler[1] != "" && compiler[2] != "" && compiler[1] != compiler[2])
    printf "note: the baseline was built with %s, this with %s\n", compiler[1], compiler[2]
  exit status
}
