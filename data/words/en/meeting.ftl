# What happens in a meeting: votes, results of items, breaks, comings and goings, what is confidential.

## Votes
vote-cast-count = Show of hands: { $count }
vote-cast-secret = Secret ballot: { $count }
vote-cast-by-name = Vote by name: { $count }
vote-at = { $vote } (at { $time })
vote-count = { $for } for, { $against } against, { $abstaining } abstaining
vote-reached = reached the majority needed ({ $needed })
vote-not-reached = did not reach the majority needed ({ $needed })
vote-too-many = more votes than members present
vote-present = { $count } members present
ballot-for = for
ballot-against = against
ballot-abstaining = abstaining
majority-simple = more for than against
majority-more-than = more than { $part } of { $among }
majority-at-least = at least { $part } of { $among }
majority-of-present = those present
majority-of-seats = all members
head-room = Present when decided
head-there = Who was there
head-item-presence = Present at agenda items
room-then = { $present } of { $seats } members at { $time }
room-quorum = the quorum of { $needed } was met
room-no-quorum = the quorum of { $needed } was not met
head-vote = Vote
field-majority = Majority needed

## Results of items of the agenda
item-adopted = adopted
item-amended = adopted as amended
item-postponed = postponed to the next session
item-refused = refused
item-withdrawn = withdrawn
item-undiscussed = not discussed
item-carried = from an earlier session
minutes-item-result = result

## Breaks, comings and goings
stretch = { $from } to { $until }
stretch-open = from { $from }
remark-again = back { $time }
head-breaks = Breaks
field-breaks = Breaks
field-again = Back again
head-item-times = Times of agenda items
item-time = item { $number }: { $times }

## What is confidential, and what is for the secretary alone
paper-confidential = confidential
head-readers = Readers
paper-private = for the secretary alone
issue-confidential = This resolution is confidential and has no extract. First make it no longer confidential.

paper-standing-item = Standing item
refusal-votes-differ = These two resolutions were voted on apart. First remove the vote on one of them.

## Forms and keys
form-vote = Vote
do-vote = vote
hint-vote = Number of votes; where every field is left empty, the vote is taken away.
vote-open = show of hands
vote-secret = secret
field-vote-manner = Manner
field-vote-time = Time of the vote
majority-none = no rule
majority-kind-more-than = more than a part of { $among }
majority-kind-at-least = at least a part of { $among }
field-majority-value = Part
hint-majority = Write the part, as 1/2 or 2/3; votes are measured by it, and nothing is adopted or refused by itself.
problem-majority = Write the part as 1/2 or 2/3.
hint-stretches = As 10:00-10:15, 11:30-11:40
problem-stretches = These times could not be read. Write them in order, as 10:00-10:15, 11:30-11:40.
form-breaks = Breaks of the session
do-break = break: begin or end
do-item-result = result
do-standing = standing item
do-hide = confidential
do-hide-note = for the secretary alone
head-break = break since { $time }
item-result-title = Result of this item
item-stands-by-itself = This item comes onto every agenda by itself.
item-no-result = no result
item-standing = standing
item-minutes-of = { $taken } of { $planned }
item-minutes = { $taken }
item-presence = { $least } members were there for this item
item-presence-between = { $least } to { $most } members were there for this item
begin-title = Begin the session
begin-text = Today's session is still planned: until it begins, the times of notes and of comings and goings are not recorded. Begin it?
begin-yes = Begin it
begin-no = Not yet
refusal-breaks-not-in-order = Breaks must follow each other, and each must begin before it ends. Correct the times.
screen-ballots = Vote by name
ballots-title = Vote by name: { $name }
ballots-nobody = Nobody is ticked as present; first call the roll.
do-ballots = vote by name
do-cast-for = for
do-cast-against = against
do-cast-abstaining = abstaining
do-cast-rest = the rest for
do-uncast = take the vote away
warning-hall-taken = { $place } is also written down for { $session } at this hour.
warning-person-elsewhere = { $person } is also a member in { $session } at this hour.

## Answers to the invitation
do-answers = answers to the invitation, or the roll
answer-coming = will come
answer-by-video = will come by video
answer-sends = sends somebody
answer-away = will be away
answer-none = has not answered
roll-answered = answered: { $answer }
roll-answers-only = The keys record answers to the invitation, not attendance: will come, sends somebody, will be away.
paper-answer = Answer to the invitation
show-answers = Answers to the invitation:

## Attachments
head-attachment = Attachment
show-attachments = Attachments:
minutes-attachments = Attachments
head-size = Size
head-sum = SHA-256
size-bytes = { $number } bytes
size-kilobytes = { $number } KiB
size-megabytes = { $number } MiB
attachment-named-only = only named
refusal-file-not-kept = “{ $path }” was not attached: { $cause }. { $remedy }
refusal-already-attached = “{ $name }” is attached here already.
do-attach = Attachment
form-attachment = New attachment
field-path = Path of the file
hint-attachment = As in ~/map.pdf; its bytes are kept beside the data.
problem-path = Write the path of the file.
attachment-title = Attachments
attachment-more = New attachment
attachment-off = Take off “{ $name }”
do-move-to-session = Move to another session
move-to-title = To which session does this resolution go?
move-to-nowhere = This body has no other open session.
refusal-not-another-session = A resolution goes only to another session of the same body. Choose another session of this body.
