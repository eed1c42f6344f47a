//! The code of final minutes, large, what is known of it, and how it is checked. Does not know how it is made.

use crate::app::context::Context;
use crate::app::{say, sentences};
use crate::office::query::SessionView;
use crate::papers::versions::opening;
use crate::text::isolate;
use crate::ui::{Area, Canvas, Origin, Role};

/// Columns of the rules above and below the code.
const RULE: u16 = 40;

/// Paints the code in the middle between two rules, and under it what is known of it.
pub(super) fn paint(context: &Context, view: &SessionView, canvas: &mut Canvas, area: Area) {
    let words = context.words;
    let mut lines = Vec::new();
    if let Some(code) = &view.code {
        let agreement = sentences::agreement(words, code.agreement);
        lines.push((words.say("code-head"), Role::Faint));
        lines.push((String::new(), Role::Rule));
        lines.push((spaced(&code.code), Role::Strong));
        lines.push((String::new(), Role::Rule));
        lines.push((agreement, sentences::agreement_role(code.agreement)));
        let told = sentences::about_code(words, view, code).into_iter();
        lines.extend(told.map(|told| (told, Role::Warn)));
    }
    lines.push((String::new(), Role::Plain));
    let signed = sentences::signed(words, &view.session);
    lines.extend(signed.map(|signed| (signed, Role::Plain)));
    let notified = view.session.notified.map(|day| say::day_long(words, day));
    let notified = notified.map(|day| words.say_with("notified-on", &[("date", day.into())]));
    lines.push((notified.unwrap_or_else(|| words.say("not-notified")), Role::Plain));
    let opened = view.versions.iter().filter_map(|one| opening(words, one));
    lines.extend(opened.map(|told| (told, Role::Faint)));
    if !view.corrections.is_empty() {
        let count = [("count", view.corrections.len().into())];
        lines.push((words.say_with("corrections-count", &count), Role::Warn));
    }
    lines.push((String::new(), Role::Plain));
    // Whole, for its words are read from the left in a Persian line, too.
    let command = format!("dabir show {}", view.session.id);
    let args = [("command", command.into())];
    lines.push((words.say_with("code-how-to-check", &args), Role::Faint));
    paint_centred(context, canvas, area, &lines);
}

/// The code with its signs apart, so that it is read and typed off without a slip.
fn spaced(code: &str) -> String {
    let groups = code.split('-').map(|group| {
        let signs: Vec<String> = group.chars().map(String::from).collect();
        signs.join(" ")
    });
    isolate(&groups.collect::<Vec<_>>().join("  -  "))
}

/// Lines in the middle of an area; one without words in the role of rules is a rule.
fn paint_centred(context: &Context, canvas: &mut Canvas, area: Area, lines: &[(String, Role)]) {
    let inside = area.inside(2);
    let laid: Vec<_> = lines
        .iter()
        .map(|(text, role)| (context.look.wrapped(text, inside.columns, Origin::Ours), *role))
        .collect();
    let rows: usize = laid.iter().map(|(lines, _)| lines.len()).sum();
    let above = inside
        .rows
        .saturating_sub(u16::try_from(rows).unwrap_or(u16::MAX))
        / 2;
    let mut room = inside.below(above);
    for (lines, role) in &laid {
        let style = canvas.style(*role);
        if *role == Role::Rule && room.rows > 0 {
            let columns = RULE.min(room.columns);
            let start = room.column + (room.columns - columns) / 2;
            canvas.rule(start, room.row, columns, '━', style);
        }
        for line in lines {
            if room.rows == 0 {
                return;
            }
            let filled = u16::try_from(line.columns).unwrap_or(u16::MAX);
            let start = room.column + room.columns.saturating_sub(filled) / 2;
            canvas.line(start, room.row, line, style);
            room = room.below(1);
        }
    }
}
