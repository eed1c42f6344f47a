//! A whole session as a document: head, legal clocks, agenda, roll, notes, resolutions, annexes, signatures.
//! Does not know where it is read.

use super::attached::attached_lines;
use super::resolution::{confidential_text, resolution, warned};
use super::terms::DOT;
use super::{approvals, closing, roll};
use super::{labelled, paper};
use crate::calendar::Day;
use crate::domain::attendance::Representative;
use crate::domain::session::{AgendaItem, Annex, InvitationAnswer, ItemTime, Note, Session, Talk};
use crate::exchange::paper::{Block, LabelledText, Paper, PaperTable, Text};
use crate::office::query::SessionView;
use crate::say::{self, clocks};
use crate::words::Words;

/// Everything that people read about a session, as it stands on `today`.
pub fn session(words: &Words, view: &SessionView, today: Day) -> Paper {
    let SessionView {
        session,
        body,
        roll: seats,
        tally,
        quorum,
        notes,
        resolutions: _,
        near_names: _,
        warnings,
        // With the signatures.
        code: _,
        corrections: _,
        kept,
        // With the signatures.
        versions: _,
    } = view;
    let mut blocks = vec![
        Block::Paragraph(Text::stored(&body.name)),
        head(words, session, &body.name),
    ];
    blocks.extend(item_presences(words, view));
    // Our own sentences: nothing in them is foreign.
    let running = body.clocks(session, today);
    let running = running.iter().map(|clock| clocks::sentence(words, clock).0);
    blocks.extend(running.map(|clock| Block::Paragraph(Text::ours(clock))));
    blocks.extend(warned(words, warnings));
    blocks.extend(invitation(words, session));
    blocks.extend(answers(words, view));
    let agenda = session.agenda.iter().map(|item| agenda_item(words, item));
    blocks.extend(listed(words, "show-agenda", agenda.collect()));
    let count = (*tally, *quorum);
    blocks.extend(roll::roll(words, seats, &session.guests, count, session.date));
    let said = notes.iter().map(|one| note(words, one));
    blocks.extend(listed(words, "show-notes", said.collect()));
    blocks.extend(resolutions(words, view, today));
    blocks.extend(session.annexes.iter().flat_map(|one| annex(words, one)));
    blocks.extend(listed(words, "show-attachments", attached_lines(words, view)));
    let signatures = session.signatures.iter().map(Text::stored);
    blocks.extend(listed(words, "show-signatures", signatures.collect()));
    blocks.extend(closing::signing(words, view));
    blocks.extend(closing::corrections(words, view));
    blocks.extend(closing::kept(words, kept));
    paper(words, blocks)
}

/// The head block. Lists and letters of the session stand behind it under headings of their own.
#[expect(
    clippy::too_many_lines,
    reason = "every field is named where it is taken apart and where it stands"
)]
fn head(words: &Words, session: &Session, body: &str) -> Block {
    let Session {
        id,
        // Its name stands over the head.
        body: _,
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
        agenda: _,
        guests: _,
        talk,
        item_times,
        breaks,
        // They stand behind the letter of invitation.
        answers: _,
        invitation_text: _,
        annexes: _,
        // All files of the minutes stand behind the resolutions.
        attachments: _,
        signatures: _,
        signing: _,
        // The view brings the code with whether it agrees.
        verification: _,
        approves,
        approval,
        // The sum of a file's bytes is no word for a person.
        source: _,
        extra: _,
    } = session;
    let field = |id, value| labelled(words, id, value);
    let ours = |text: Option<String>| text.map(Text::ours).unwrap_or_default();
    let invited = [
        Text::some(invitation_number.as_ref()),
        ours(invitation_date.map(|day| words.day(day))),
    ];
    // A weekday that differs from the day's is in the warnings; without a day it is all that is known.
    let weekday = weekday_written.as_ref().filter(|_| date.is_none());
    let approved = approves
        .iter()
        .map(|one| Text::ours(approvals::approved(words, body, one)));
    let approval = approval.as_ref().map(|one| approvals::approval(words, body, one));
    Block::Head(LabelledText::filled([
        field("head-id", Text::stored(id.as_str())),
        field("head-ordinal", ours(ordinal.map(|n| words.number(n)))),
        field("head-year", ours(year.map(|n| words.number(n)))),
        field("head-kind", Text::ours(say::kind(words, *kind))),
        field("head-date", ours(date.map(|day| say::day_long(words, day)))),
        field("paper-weekday", Text::some(weekday)),
        field("head-start", ours(start.map(|time| words.time(time)))),
        field("head-end", ours(end.map(|time| words.time(time)))),
        field("head-place", Text::some(place.as_ref())),
        field("head-chair", Text::some(chair.as_ref())),
        field("head-secretary", Text::some(secretary.as_ref())),
        field("head-invitation", Text::joined(invited, "، ")),
        field("head-state", Text::ours(say::state(words, *state))),
        field("field-notified", ours(notified.map(|day| words.day(day)))),
        field("paper-talk", ours(talk.map(|talk| talk_at(words, talk)))),
        field("head-breaks", Text::ours(say::stretches(words, breaks))),
        field("head-item-times", item_times_text(words, item_times)),
        field("head-approves", Text::joined(approved, DOT)),
        field("head-approval", ours(approval)),
    ]))
}

/// How many were there while each item was talked about: «دستور ۱: ۷ تا ۹ عضو حاضر».
fn item_presences(words: &Words, view: &SessionView) -> Option<Block> {
    let items = (1u32..).zip(&view.session.agenda);
    let told = items.filter_map(|(number, _)| {
        let (said, _) = say::item_presence(words, &view.present_at_item(number)?, view.quorum);
        let item = words.say_with("head-item", &[("number", number.into())]);
        Some(Text::ours(format!("{item}: {said}")))
    });
    let told = Text::joined(told, "؛ ");
    let field = labelled(words, "head-item-presence", told);
    (!field.value.is_blank()).then(|| Block::Head(vec![field]))
}

/// The item that the session talks about, and since when.
pub(super) fn talk_at(words: &Words, Talk { item, since }: Talk) -> String {
    let time = words.time(crate::calendar::tehran_time(since));
    let item = words.say_with("head-item", &[("number", item.into())]);
    format!("{item}{DOT}{time}")
}

/// The letter of invitation where a person wrote it; one of our own words is made from the head and not kept.
fn invitation(words: &Words, session: &Session) -> Vec<Block> {
    let Some(text) = &session.invitation_text else {
        return Vec::new();
    };
    vec![
        Block::Heading(Text::ours(words.say("paper-invitation"))),
        Block::Paragraph(Text::stored(text)),
    ]
}

/// What was answered to the invitation, a seat in a line, as long as the session is still to be held.
fn answers(words: &Words, view: &SessionView) -> Vec<Block> {
    if view.session.is_held() {
        return Vec::new();
    }
    let told = view.roll.iter().filter_map(|row| {
        let answer = view.session.answers.get(&row.seat.id)?;
        Some(answer_text(words, &row.seat.name, answer))
    });
    listed(words, "show-answers", told.collect())
}

/// «اداره آب: نماینده می‌فرستد · سارا نوبخت · مأموریت».
pub(super) fn answer_text(words: &Words, seat: &str, answer: &InvitationAnswer) -> Text {
    let InvitationAnswer {
        coming,
        representative,
        reason,
    } = answer;
    let nobody = Representative::default();
    let Representative { name, post } = representative.as_ref().unwrap_or(&nobody);
    let parts = [
        Text::ours(say::answered(words, *coming)),
        Text::some(name.as_ref()),
        Text::some(post.as_ref()),
        Text::some(reason.as_ref()),
    ];
    Text::stored(seat)
        .and(Text::ours(": "))
        .and(Text::joined(parts, DOT))
}

/// Counted items under a heading; nothing without items.
fn listed(words: &Words, heading: &str, items: Vec<Text>) -> Vec<Block> {
    if items.is_empty() {
        return Vec::new();
    }
    let heading = Block::Heading(Text::ours(words.say(heading)));
    vec![
        heading,
        Block::List {
            numbered: true,
            items,
        },
    ]
}

pub(super) fn agenda_item(words: &Words, item: &AgendaItem) -> Text {
    // What stands behind an item is for the one who leads the session; its title says it to readers.
    let AgendaItem {
        title,
        planned_minutes,
        kind: _,
        result,
        confidential,
        carried_from,
        attachments: _,
    } = item;
    let planned =
        planned_minutes.map(|minutes| words.say_with("invitation-minutes", &[("minutes", minutes.into())]));
    let planned = planned.map(Text::ours).unwrap_or_default();
    let known = [
        result.map(|result| say::item_result(words, result)),
        carried_from.as_ref().map(|_| words.say("item-carried")),
    ];
    let known = known.into_iter().flatten().map(Text::ours);
    let known = known.chain([confidential_text(words, *confidential)]);
    let title = Text::joined([Text::stored(title), planned], " ");
    Text::joined(std::iter::once(title).chain(known), DOT)
}

/// An item as others may read it before the session: its words, or that they are confidential, and how long it is to take.
pub(super) fn invited_item(words: &Words, item: &AgendaItem) -> Text {
    let title = match item.confidential {
        true => words.say("paper-confidential"),
        false => item.title.clone(),
    };
    let shown = AgendaItem {
        title,
        planned_minutes: item.planned_minutes,
        ..AgendaItem::default()
    };
    agenda_item(words, &shown)
}

/// «دستور ۱: ۹:۰۰ تا ۹:۳۰», of each time at which an item was talked about.
pub(super) fn item_times_text(words: &Words, times: &[ItemTime]) -> Text {
    let one = |ItemTime { item, stretch }: &ItemTime| {
        let times = say::stretch(words, *stretch);
        let args = [("number", (*item).into()), ("times", times.into())];
        Text::ours(words.say_with("item-time", &args))
    };
    Text::joined(times.iter().map(one), "؛ ")
}

/// «فقط برای دبیر», where it is.
pub(super) fn private_text(words: &Words, private: bool) -> Text {
    let said = private.then(|| Text::ours(words.say("paper-private")));
    said.unwrap_or_default()
}

/// «گوینده · ۰۹:۴۰ · دستور ۲: متن».
fn note(words: &Words, note: &Note) -> Text {
    let Note {
        id: _,
        position: _,
        agenda_item,
        speaker,
        at,
        text,
        private,
        extra: _,
    } = note;
    let item = agenda_item.map(|number| words.say_with("head-item", &[("number", number.into())]));
    let head = [
        Text::some(speaker.as_ref()),
        at.map(|time| Text::ours(words.time(time))).unwrap_or_default(),
        item.map(Text::ours).unwrap_or_default(),
        private_text(words, *private),
    ];
    Text::joined([Text::joined(head, DOT), Text::stored(text)], ": ")
}

fn resolutions(words: &Words, view: &SessionView, today: Day) -> Vec<Block> {
    if view.resolutions.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading(Text::ours(words.say("show-resolutions")))];
    for (place, row) in view.resolutions.iter().enumerate() {
        if place > 0 {
            blocks.push(Block::Gap);
        }
        blocks.extend(resolution(words, row, &view.notes, today));
    }
    blocks
}

fn annex(words: &Words, annex: &Annex) -> [Block; 3] {
    let Annex { title, rows } = annex;
    [
        Block::Heading(Text::ours(words.say("show-annex"))),
        Block::Paragraph(Text::some(title.as_ref())),
        Block::Table(annexed(rows)),
    ]
}

/// Its cells; a row that is shorter than others is filled up.
fn annexed(rows: &[Vec<String>]) -> PaperTable {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let cell = |row: &Vec<String>, at: usize| vec![Text::some(row.get(at))];
    let rows = rows
        .iter()
        .map(|row| (0..columns).map(|at| cell(row, at)).collect());
    PaperTable::headless(&vec![1; columns], rows.collect())
}
