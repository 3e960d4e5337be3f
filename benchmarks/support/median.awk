# The median of each key's values. Lines "key…<TAB>value"; the key is all but the last column. Keys in order of
# appearance. Of an even number the lower of the two in the middle, so that it is a value that was measured.
BEGIN { FS = OFS = "\t" }
{
  value = $NF
  key = substr($0, 1, length($0) - length($NF) - 1)
  if (!(key in count)) order[++keys] = key
  at = ++count[key]
  while (at > 1 && values[key, at - 1] > value + 0) { values[key, at] = values[key, at - 1]; at-- }
  values[key, at] = value + 0
  written[key, value + 0] = value
}
END {
  for (i = 1; i <= keys; i++) {
    key = order[i]
    print key, written[key, values[key, int((count[key] + 1) / 2)]]
  }
}
