//! What was said, in its order, under the items of the agenda that it belongs to. Does not know what was decided.

use super::{all_remarks, heading};
use crate::domain::correction::Corrected;
use crate::domain::minutes_layout::Section;
use crate::domain::session::Note;
use crate::exchange::paper::{Block, Text};
use crate::office::query::SessionView;
use crate::words::Words;

/// «اهم مطالب مطروحه»; nothing where nothing was noted. A line names the item wherever the talk comes to another one.
pub(super) fn talk(words: &Words, view: &SessionView) -> Vec<Block> {
    let told: Vec<&Note> = view.notes.iter().filter(|note| !view.hides_note(note)).collect();
    if told.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![heading(words, Section::Talk)];
    let mut item = None;
    for note in told {
        if note.agenda_item != item {
            item = note.agenda_item;
            blocks.push(Block::Paragraph(item_line(words, view, item)));
        }
        blocks.push(said(words, view, note));
    }
    blocks
}

/// «موضوع ۲ دستور جلسه: عنوان آن».
fn item_line(words: &Words, view: &SessionView, item: Option<u32>) -> Text {
    let Some(number) = item else {
        return Text::ours(words.say("minutes-other-talk"));
    };
    let place = usize::try_from(number).unwrap_or(usize::MAX);
    let title = place.checked_sub(1).and_then(|at| view.session.agenda.get(at));
    let title = title.map(|item| Text::stored(&item.title)).unwrap_or_default();
    let number = Text::ours(words.say_with("minutes-item", &[("number", number.into())]));
    number.and(Text::ours(" ")).and(title)
}

/// «گوینده: متن».
fn said(words: &Words, view: &SessionView, note: &Note) -> Block {
    let Note {
        id,
        position: _,
        // Its line stands above.
        agenda_item: _,
        speaker,
        // The minute in which something was said helps the one who writes, not the one who signs.
        at: _,
        text,
        // Those are not given out at all.
        private: _,
        extra: _,
    } = note;
    let speaker = speaker
        .as_ref()
        .map(|name| Text::speaker(name).and(Text::ours(": ")));
    let corrected = all_remarks(words, view, &Corrected::Note(id.clone()));
    let text = Text::stored(text).and(corrected);
    Block::Paragraph(speaker.unwrap_or_default().and(text))
}
