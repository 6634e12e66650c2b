# SPDX-License-Identifier: GPL-3.0-or-later
# Prints what bash offers when the words of the arguments have been typed after "ficsearch".
source <(ficsearch completions bash)
COMP_WORDS=(ficsearch "$@")
COMP_CWORD=$#
_ficsearch
printf '%s\n' "${COMPREPLY[@]}"
