# Completion of premise for fish. Made by update.py from the help of the program.
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

complete -c premise -n __fish_use_subcommand -a attribute -d 'Split a difference over the assumptions that make it'
complete -c premise -n __fish_use_subcommand -a check -d 'Say what is wrong in a report'
complete -c premise -n __fish_use_subcommand -a eval -d 'Calculate values of a report'
complete -c premise -n __fish_use_subcommand -a functions -d 'List the functions of formulas'
complete -c premise -n __fish_use_subcommand -a new -d 'Make a small report to begin with'
complete -c premise -n __fish_use_subcommand -a pack -d 'Make one file of a report'
complete -c premise -n __fish_use_subcommand -a seek -d 'Find where an output reaches a target'
complete -c premise -n __fish_use_subcommand -a sensitivity -d 'Say what each assumption does to an output'
complete -c premise -n __fish_use_subcommand -a simulate -d 'Draw assumptions at random'
complete -c premise -n __fish_use_subcommand -a table -d 'Print an output for pairs of values of two assumptions'
complete -c premise -n __fish_use_subcommand -a trace -d 'Say what a number is made of'

complete -c premise -n 'not __fish_seen_subcommand_from attribute check eval functions new pack seek sensitivity simulate table trace' -s h -l help -d 'Show help options'
complete -c premise -n 'not __fish_seen_subcommand_from attribute check eval functions new pack seek sensitivity simulate table trace' -s l -l language -x -d 'Show the report in this language'
complete -c premise -n 'not __fish_seen_subcommand_from attribute check eval functions new pack seek sensitivity simulate table trace' -s s -l section -x -d 'Open the report at this section'
complete -c premise -n 'not __fish_seen_subcommand_from attribute check eval functions new pack seek sensitivity simulate table trace' -s p -l present -d 'Start presenting'
complete -c premise -n 'not __fish_seen_subcommand_from attribute check eval functions new pack seek sensitivity simulate table trace' -l size -x -d 'Open the window at this size'
complete -c premise -n 'not __fish_seen_subcommand_from attribute check eval functions new pack seek sensitivity simulate table trace' -l color-scheme -x -a 'light dark' -d 'Use light or dark colours whatever the desktop says'
complete -c premise -n 'not __fish_seen_subcommand_from attribute check eval functions new pack seek sensitivity simulate table trace' -s v -l version -d 'Print the version and exit'

complete -c premise -n '__fish_seen_subcommand_from attribute' -s f -l from -x -d 'A value of the scenario to start from, instead of the base case; may be repeated'
complete -c premise -n '__fish_seen_subcommand_from attribute' -s j -l json -d 'Print JSON'
complete -c premise -n '__fish_seen_subcommand_from attribute' -s l -l language -x -d 'Language of the report to write in'
complete -c premise -n '__fish_seen_subcommand_from attribute' -s h -l help -d 'Show this help'

complete -c premise -n '__fish_seen_subcommand_from check' -s j -l json -d 'Print JSON'
complete -c premise -n '__fish_seen_subcommand_from check' -s r -l rules -d 'List what is looked for'
complete -c premise -n '__fish_seen_subcommand_from check' -s s -l strict -d 'Let warnings fail as errors do'
complete -c premise -n '__fish_seen_subcommand_from check' -s h -l help -d 'Show this help'

complete -c premise -n '__fish_seen_subcommand_from eval' -s s -l set -x -d 'Set an assumption without printing it; may be given several times'
complete -c premise -n '__fish_seen_subcommand_from eval' -s j -l json -d 'Print JSON'
complete -c premise -n '__fish_seen_subcommand_from eval' -s l -l language -x -d 'Language of the report to write in'
complete -c premise -n '__fish_seen_subcommand_from eval' -s h -l help -d 'Show this help'

complete -c premise -n '__fish_seen_subcommand_from functions' -s j -l json -d 'Print JSON'
complete -c premise -n '__fish_seen_subcommand_from functions' -s h -l help -d 'Show this help'

complete -c premise -n '__fish_seen_subcommand_from new' -s l -l language -x -d 'A language of the report; may be given more than once'
complete -c premise -n '__fish_seen_subcommand_from new' -s h -l help -d 'Show this help'

complete -c premise -n '__fish_seen_subcommand_from pack' -s h -l help -d 'Show this help'

complete -c premise -n '__fish_seen_subcommand_from seek' -s j -l json -d 'Print JSON'
complete -c premise -n '__fish_seen_subcommand_from seek' -s l -l language -x -d 'Language of the report to write in'
complete -c premise -n '__fish_seen_subcommand_from seek' -s h -l help -d 'Show this help'

complete -c premise -n '__fish_seen_subcommand_from sensitivity' -s b -l by -x -d 'Move each assumption by so many per cent (10)'
complete -c premise -n '__fish_seen_subcommand_from sensitivity' -s r -l range -d 'Move each assumption through its whole range'
complete -c premise -n '__fish_seen_subcommand_from sensitivity' -s j -l json -d 'Print JSON'
complete -c premise -n '__fish_seen_subcommand_from sensitivity' -s l -l language -x -d 'Language of the report to write in'
complete -c premise -n '__fish_seen_subcommand_from sensitivity' -s h -l help -d 'Show this help'

complete -c premise -n '__fish_seen_subcommand_from simulate' -s n -l samples -x -d 'How many samples to draw (100000)'
complete -c premise -n '__fish_seen_subcommand_from simulate' -s s -l seed -x -d 'What makes the draw another (1)'
complete -c premise -n '__fish_seen_subcommand_from simulate' -s t -l threads -x -d 'How many threads; the numbers do not depend on it'
complete -c premise -n '__fish_seen_subcommand_from simulate' -s m -l method -x -a 'monte-carlo sobol' -d '“monte-carlo” (random, the default) or “sobol” (evenly spread)'
complete -c premise -n '__fish_seen_subcommand_from simulate' -s i -l indices -d 'Also say how much of the variance each assumption explains'
complete -c premise -n '__fish_seen_subcommand_from simulate' -s j -l json -d 'Print JSON'
complete -c premise -n '__fish_seen_subcommand_from simulate' -s l -l language -x -d 'Language of the report to write in'
complete -c premise -n '__fish_seen_subcommand_from simulate' -s h -l help -d 'Show this help'

complete -c premise -n '__fish_seen_subcommand_from table' -s n -l steps -x -d 'How many rows and columns (5)'
complete -c premise -n '__fish_seen_subcommand_from table' -s j -l json -d 'Print JSON'
complete -c premise -n '__fish_seen_subcommand_from table' -s l -l language -x -d 'Language of the report to write in'
complete -c premise -n '__fish_seen_subcommand_from table' -s h -l help -d 'Show this help'

complete -c premise -n '__fish_seen_subcommand_from trace' -s d -l dependents -d 'What is made of it instead'
complete -c premise -n '__fish_seen_subcommand_from trace' -s j -l json -d 'Print JSON'
complete -c premise -n '__fish_seen_subcommand_from trace' -s l -l language -x -d 'Language of the report to write in'
complete -c premise -n '__fish_seen_subcommand_from trace' -s h -l help -d 'Show this help'
