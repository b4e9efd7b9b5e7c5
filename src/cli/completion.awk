# Makes the bash completion from options.def: COMMAND and OPTION lines, each of
# which may go over several lines and ends with a closing parenthesis.
function quoted(n,    i, rest) {
    rest = entry
    for (i = 1; i < n; i++)
        sub(/"[^"]*"/, "", rest)
    match(rest, /"[^"]*"/)
    return substr(rest, RSTART + 1, RLENGTH - 2)
}
/^(COMMAND|OPTION)\(/ { entry = ""; inside = 1 }
inside { entry = entry " " $0 }
inside && /\)$/ {
    inside = 0
    gsub(/" +"/, "", entry) # One literal in two pieces.
    if (entry ~ /^ COMMAND/) {
        commands = commands " " quoted(1)
        next
    }
    match(entry, /'.'/)
    letter = "-" substr(entry, RSTART + 1, 1)
    name = "--" quoted(1)
    options = options " " letter " " name
    if (quoted(3) != "")
        cases = cases "    " letter "|" name ") words='" quoted(3) "' ;;\n"
    else if (quoted(2) == "DIR")
        cases = cases "    " letter "|" name \
            ") mapfile -t COMPREPLY < <(compgen -d -- \"$cur\"); return ;;\n"
    else if (quoted(2) == "FILE")
        cases = cases "    " letter "|" name ") return ;;\n"
    else if (quoted(2) != "")
        cases = cases "    " letter "|" name ") compopt +o default; return ;;\n"
}
END {
    print "# bash completion for claimgraph"
    print "_claimgraph() {"
    print "  local cur=${COMP_WORDS[COMP_CWORD]} words="
    print "  case ${COMP_WORDS[COMP_CWORD-1]} in"
    printf "%s", cases
    print "    *)"
    print "      if [[ $cur == -* ]]; then words='" substr(options, 2) "'"
    print "      elif ((COMP_CWORD == 1)); then words='" substr(commands, 2) "'"
    print "      fi ;;"
    print "  esac"
    print "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\")"
    print "}"
    print "complete -o default -F _claimgraph claimgraph"
}
