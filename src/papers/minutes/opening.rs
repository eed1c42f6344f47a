//! What stands before the talk: invocation, title, the head with its labels, agenda. Does not know who was there.

use super::{heading, remarks, remarks_at};
use crate::domain::correction::Corrected;
use crate::domain::minutes_layout::Section;
use crate::domain::session::{AgendaItem, Session, SessionKind};
use crate::exchange::paper::{Block, LabelledText, Text};
use crate::office::query::SessionView;
use crate::papers::{approvals, labelled};
use crate::say;
use crate::words::Words;

/// The invocation, and where the body sits.
pub(super) fn letterhead(words: &Words, view: &SessionView) -> Vec<Block> {
    let lines = [
        Text::ours(words.say("minutes-invocation")),
        Text::some(view.body.place.as_ref()),
    ];
    let filled = lines.into_iter().filter(|line| !line.is_blank());
    filled.map(Block::Centred).collect()
}

/// «صورتجلسه هشتمین جلسه ... در سال ۱۴۰۱».
pub(super) fn title(words: &Words, view: &SessionView) -> String {
    words.say_with("minutes-title", &[("session", name(words, view).into())])
}

/// «هشتمین جلسه فوق‌العاده ... در سال ۱۴۰۱».
pub(super) fn name(words: &Words, view: &SessionView) -> String {
    let session = &view.session;
    let body = match session.kind {
        SessionKind::Ordinary => view.body.name.clone(),
        kind => words.say_with(
            "minutes-kind-and-body",
            &[
                ("kind", say::kind(words, kind).into()),
                ("body", view.body.name.as_str().into()),
            ],
        ),
    };
    let name = say::session_name(words, session, &body);
    match session.year {
        Some(year) => {
            let args = [("session", name.into()), ("year", words.number(year).into())];
            words.say_with("minutes-in-year", &args)
        }
        None => name,
    }
}

/// Body, number, kind, day, hours, place, invitation, chair and secretary, each under its label.
#[expect(
    clippy::too_many_lines,
    reason = "every field is named where it is taken apart and where it goes"
)]
pub(super) fn head(words: &Words, view: &SessionView) -> Vec<Block> {
    let Session {
        id: _,
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
        breaks,
        place,
        chair,
        secretary,
        // What became of the minutes is not in them.
        notified: _,
        state: _,
        talk: _,
        item_times: _,
        answers: _,
        invitation_text: _,
        verification: _,
        approval: _,
        source: _,
        // Sections of their own.
        agenda: _,
        guests: _,
        annexes: _,
        attachments: _,
        signatures: _,
        signing: _,
        // Under the agenda.
        approves: _,
        extra: _,
    } = &view.session;
    let ours = |text: Option<String>| text.map(Text::ours).unwrap_or_default();
    // The weekday of a day is its own; without a day what was written is all that is known.
    let weekday = weekday_written.as_ref().filter(|_| date.is_none());
    let fields = [
        ("minutes-body", Text::stored(&view.body.name)),
        ("minutes-number", ours(ordinal.map(|n| words.number(n)))),
        ("minutes-year", ours(year.map(|n| words.number(n)))),
        ("minutes-kind", Text::ours(say::kind(words, *kind))),
        ("minutes-date", ours(date.map(|day| say::day_long(words, day)))),
        ("minutes-weekday", Text::some(weekday)),
        ("minutes-start", ours(start.map(|time| words.time(time)))),
        ("minutes-end", ours(end.map(|time| words.time(time)))),
        (
            "head-breaks",
            ours((!breaks.is_empty()).then(|| say::stretches(words, breaks))),
        ),
        ("minutes-place", Text::some(place.as_ref())),
        (
            "minutes-invitation-number",
            Text::some(invitation_number.as_ref()),
        ),
        (
            "minutes-invitation-date",
            ours(invitation_date.map(|day| words.day(day))),
        ),
        ("minutes-chair", Text::some(chair.as_ref())),
        ("minutes-secretary", Text::some(secretary.as_ref())),
    ];
    let fields = fields.map(|(id, value)| {
        let corrected = canonical_name(id).map(|name| remarks_at(words, view, &Corrected::Session, name));
        labelled(words, id, value.and(corrected.unwrap_or_default()))
    });
    let mut fields = LabelledText::filled(fields);
    if let Some(first) = fields.first_mut() {
        let whole = std::mem::take(&mut first.value);
        first.value = whole.and(remarks(words, view, &Corrected::Session));
    }
    vec![Block::Head(fields)]
}

/// The name in the canonical text of a field that can be corrected.
fn canonical_name(label: &str) -> Option<&'static str> {
    Some(match label {
        "minutes-date" => "date",
        "minutes-start" => "start",
        "minutes-end" => "end",
        "minutes-place" => "place",
        "minutes-invitation-number" => "invitation_number",
        "minutes-chair" => "chair",
        "minutes-secretary" => "secretary",
        _ => return None,
    })
}

/// «دستور جلسه», counted; nothing without items. How long an item was to take is the invitation's to say.
pub(super) fn agenda(words: &Words, view: &SessionView) -> Vec<Block> {
    let title = |item: &AgendaItem| {
        let AgendaItem {
            title,
            planned_minutes: _,
            kind: _,
            result,
            confidential,
            carried_from: _,
            // They stand among the annexes.
            attachments: _,
        } = item;
        let title = match confidential {
            true => Text::ours(words.say("paper-confidential")),
            false => Text::stored(title),
        };
        let result = result.map(|one| Text::ours(say::item_result(words, one)));
        let label = || Text::ours(format!(" — {}: ", words.say("minutes-item-result")));
        match result {
            Some(result) => title.and(label()).and(result),
            None => title,
        }
    };
    let items: Vec<Text> = view.session.agenda.iter().map(title).collect();
    if items.is_empty() {
        return Vec::new();
    }
    let list = Block::List {
        numbered: true,
        items,
    };
    let approved = view.session.approves.iter();
    let approved = approved.map(|one| approvals::approved(words, &view.body.name, one));
    let mut blocks = vec![heading(words, Section::Agenda), list];
    blocks.extend(approved.map(|sentence| Block::Paragraph(Text::ours(sentence))));
    blocks
}
