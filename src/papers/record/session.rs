//! Records of a session and of what stands in it in words, field by field. Does not know its resolutions.

use super::RecordNames;
use super::fields::{counted, day, number, ours, time};
use crate::domain::attendance::{Attendance, Representative};
use crate::domain::correction::{Corrected, Correction};
use crate::domain::session::{AgendaItem, AgendaKind, Annex, Note, Session, Signing, Source};
use crate::domain::verification::Verification;
use crate::exchange::paper::{LabelledText, Text};
use crate::papers::attached::attachment_text;
use crate::papers::roll::guest;
use crate::papers::session::{agenda_item, answer_text, item_times_text, private_text, talk_at};
use crate::papers::terms::DOT;
use crate::papers::{approvals, labelled};
use crate::say;
use crate::words::Words;

#[expect(
    clippy::too_many_lines,
    reason = "every field is named where it is taken apart and where it goes"
)]
pub(super) fn session(words: &Words, session: &Session, names: &RecordNames) -> Vec<LabelledText> {
    let Session {
        id: _,
        body,
        year,
        ordinal,
        kind,
        invitation_number,
        invitation_date,
        date,
        weekday_written,
        start,
        end,
        place,
        chair,
        secretary,
        notified,
        state,
        agenda,
        guests,
        talk,
        item_times,
        breaks,
        answers,
        invitation_text,
        annexes,
        attachments,
        signatures,
        signing,
        verification,
        approves,
        approval,
        // The sum of a file's bytes is no word for a person; the file is a record of its own.
        source: _,
        // What a later version wrote has no words here.
        extra: _,
    } = session;
    let field = |id, value| labelled(words, id, value);
    let text = |text: &Option<String>| Text::some(text.as_ref());
    let mut fields = vec![
        field("head-body", Text::stored(names.body(body))),
        field("head-ordinal", number(words, *ordinal)),
        field("head-year", number(words, *year)),
        field("head-kind", Text::ours(say::kind(words, *kind))),
        field("field-invitation-number", text(invitation_number)),
        field("field-invitation-date", day(words, *invitation_date)),
        field("head-date", ours(date.map(|day| say::day_long(words, day)))),
        field("paper-weekday", text(weekday_written)),
        field("head-start", time(words, *start)),
        field("head-end", time(words, *end)),
        field("head-place", text(place)),
        field("head-chair", text(chair)),
        field("head-secretary", text(secretary)),
        field("field-notified", day(words, *notified)),
        field("head-state", Text::ours(say::state(words, *state))),
        field("paper-talk", ours(talk.map(|talk| talk_at(words, talk)))),
        field("head-item-times", item_times_text(words, item_times)),
        field("head-breaks", Text::ours(say::stretches(words, breaks))),
        field("paper-letter", text(invitation_text)),
    ];
    fields.extend(counted(
        words,
        "tab-agenda",
        agenda.iter().map(|one| item(words, one)),
    ));
    fields.extend(counted(
        words,
        "paper-answer",
        answers
            .iter()
            .map(|(seat, one)| answer_text(words, names.seat(seat), one)),
    ));
    fields.extend(counted(words, "paper-guest", guests.iter().map(guest)));
    fields.extend(counted(words, "field-annex", annexes.iter().map(annex)));
    fields.extend(counted(
        words,
        "head-attachment",
        attachments.iter().map(|one| attachment_text(words, one)),
    ));
    fields.extend(counted(
        words,
        "paper-signature",
        signatures.iter().map(Text::stored),
    ));
    fields.extend(signing.iter().map(|one| signed(words, one)));
    fields.extend(verification.iter().map(|one| code(words, one)));
    let body = names.body(body);
    let approved = approves
        .iter()
        .map(|one| Text::ours(approvals::approved(words, body, one)));
    fields.extend(counted(words, "head-approves", approved));
    let approval = approval.as_ref().map(|one| approvals::approval(words, body, one));
    fields.push(labelled(words, "head-approval", ours(approval)));
    fields
}

fn item(words: &Words, item: &AgendaItem) -> Text {
    let AgendaItem {
        title: _,
        planned_minutes: _,
        kind,
        result: _,
        confidential: _,
        carried_from: _,
        attachments,
    } = item;
    let kind = (*kind != AgendaKind::Ordinary).then(|| words.say(say::agenda_kind(*kind)));
    let files = attachments.iter().map(|one| attachment_text(words, one));
    let parts = [agenda_item(words, item), ours(kind)].into_iter().chain(files);
    Text::joined(parts, DOT)
}

/// The heading and the rows, in one line.
fn annex(annex: &Annex) -> Text {
    let Annex { title, rows } = annex;
    let row = |cells: &Vec<String>| Text::joined(cells.iter().map(Text::stored), " │ ");
    let rows = Text::joined(rows.iter().map(row), "؛ ");
    Text::joined([Text::some(title.as_ref()), rows], ": ")
}

pub(super) fn signed(words: &Words, signing: &Signing) -> LabelledText {
    let Signing {
        chair,
        secretary,
        date,
    } = signing;
    let who = [("head-chair", chair), ("head-secretary", secretary)];
    let who = who.map(|(id, name)| Text::ours(format!("{}: ", words.say(id))).and(Text::stored(name)));
    let parts = who.into_iter().chain([day(words, Some(*date))]);
    labelled(words, "paper-signing", Text::joined(parts, DOT))
}

pub(super) fn code(words: &Words, verification: &Verification) -> LabelledText {
    // By which rule the code was made is for the one who checks it.
    let Verification { version: _, code } = verification;
    labelled(words, "head-code", Text::ours(code))
}

pub(super) fn note(words: &Words, note: &Note) -> Vec<LabelledText> {
    let Note {
        id: _,
        // That it changed is said by the entry.
        position: _,
        agenda_item,
        speaker,
        at,
        text,
        private,
        extra: _,
    } = note;
    vec![
        labelled(words, "field-note-item", number(words, *agenda_item)),
        labelled(words, "field-speaker", Text::some(speaker.as_ref())),
        labelled(words, "field-note-time", time(words, *at)),
        labelled(words, "column-text", Text::stored(text)),
        labelled(words, "head-readers", private_text(words, *private)),
    ]
}

pub(super) fn attendance(words: &Words, attendance: &Attendance) -> Vec<LabelledText> {
    let Attendance {
        // Both are in its name.
        session: _,
        seat: _,
        status,
        person,
        representative,
        reason,
        arrived,
        departed,
        again,
        extra: _,
    } = attendance;
    let nobody = Representative::default();
    let Representative { name, post } = representative.as_ref().unwrap_or(&nobody);
    vec![
        labelled(
            words,
            "field-presence",
            Text::ours(say::presence(words, *status).0),
        ),
        labelled(words, "paper-person", Text::some(person.as_ref())),
        labelled(words, "field-representative", Text::some(name.as_ref())),
        labelled(words, "field-representative-post", Text::some(post.as_ref())),
        labelled(words, "field-reason", Text::some(reason.as_ref())),
        labelled(words, "field-arrived", time(words, *arrived)),
        labelled(words, "field-departed", time(words, *departed)),
        labelled(words, "field-again", Text::ours(say::stretches(words, again))),
    ]
}

pub(super) fn source(words: &Words, source: &Source) -> Vec<LabelledText> {
    let Source {
        // The sum of its bytes and the id of its session are no words for a person.
        sha256: _,
        session: _,
        name,
        // The whole file; what was read out of it stands in the other records.
        text: _,
        kept,
        // Labels and headings: what they said is in the fields they label.
        understood: _,
        extra: _,
    } = source;
    let kept = kept.iter().map(|line| {
        let number = words.number(line.number);
        Text::ours(format!("{number}: ")).and(Text::stored(&line.text))
    });
    vec![
        labelled(words, "field-name", Text::stored(name)),
        labelled(words, "tab-raw", Text::joined(kept, DOT)),
    ]
}

pub(super) fn correction(words: &Words, correction: &Correction, names: &RecordNames) -> Vec<LabelledText> {
    let Correction {
        id: _,
        // It is in its name.
        number: _,
        date,
        by,
        about,
        was,
        shall_be,
        // Both say so field by field.
        changes: _,
        version: _,
        reason,
        extra: _,
    } = correction;
    vec![
        labelled(words, "head-date", day(words, Some(*date))),
        labelled(words, "head-who", Text::some(by.as_ref())),
        labelled(words, "head-about", corrected(words, about, names)),
        labelled(words, "head-was", Text::stored(was)),
        labelled(words, "head-shall-be", Text::stored(shall_be)),
        labelled(words, "head-reason", Text::stored(reason)),
    ]
}

/// What a correction is about: numbers change with the session's page, so notes and resolutions are named by id.
fn corrected(words: &Words, about: &Corrected, names: &RecordNames) -> Text {
    let by_id = |id, key: &str| Text::joined([Text::ours(words.say(id)), Text::stored(key)], " ");
    match about {
        Corrected::Session => Text::ours(words.say("corrected-session")),
        Corrected::Attendance(seat) => {
            let seat = names.seat(seat);
            Text::ours(words.say_with("corrected-attendance", &[("seat", seat.into())]))
        }
        Corrected::Note(id) => by_id("field-note", id.as_str()),
        Corrected::Resolution(id) => by_id("resolution-title-bare", id.as_str()),
    }
}
