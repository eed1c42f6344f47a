//! The files of minutes in words: each with what it belongs to, its size and its sum. Does not know where their bytes are.

use super::terms::DOT;
use crate::domain::attachment::Attachment;
use crate::exchange::paper::Text;
use crate::office::query::SessionView;
use crate::say;
use crate::words::Words;

/// Every file of the minutes with what it belongs to: those of the session (which is said by no word), of the items of its
/// agenda, of its resolutions.
pub(super) fn attached<'v>(words: &Words, view: &'v SessionView) -> Vec<(String, &'v Attachment)> {
    let mut all: Vec<(String, &Attachment)> = Vec::new();
    all.extend(view.session.attachments.iter().map(|one| (String::new(), one)));
    for (number, item) in (1u32..).zip(&view.session.agenda) {
        let of = words.say_with("head-item", &[("number", number.into())]);
        all.extend(item.attachments.iter().map(|one| (of.clone(), one)));
    }
    for (place, row) in (1u32..).zip(&view.resolutions) {
        let number = row.resolution.row.unwrap_or(place);
        let of = words.say_with("resolution-title", &[("row", number.into())]);
        all.extend(row.resolution.attachments.iter().map(|one| (of.clone(), one)));
    }
    all
}

/// A line for each of them.
pub(super) fn attached_lines(words: &Words, view: &SessionView) -> Vec<Text> {
    let line = |(of, attachment): (String, &Attachment)| {
        Text::joined([Text::ours(of), attachment_text(words, attachment)], ": ")
    };
    attached(words, view).into_iter().map(line).collect()
}

/// «نقشه چاه‌ها.pdf · ۲۴۰ کیلوبایت · SHA-256: 9f86...», and that it is not kept where it is not.
pub(super) fn attachment_text(words: &Words, attachment: &Attachment) -> Text {
    let Attachment {
        name,
        bytes,
        sha256,
        named_only,
    } = attachment;
    let parts = [
        Text::stored(name),
        Text::ours(say::size(words, *bytes)),
        Text::ours("SHA-256: ").and(Text::stored(sha256)),
        named_only
            .then(|| Text::ours(words.say("attachment-named-only")))
            .unwrap_or_default(),
    ];
    Text::joined(parts, DOT)
}
