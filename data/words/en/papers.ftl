# Documents: what stands in them beside the words of screens and commands.

paper-clause = clause { $letter }
paper-from-note = from note
paper-read-back = read-back
paper-agreed = agreed to
paper-weekday = weekday as written
paper-talk = now
paper-invitation = Letter of invitation:
