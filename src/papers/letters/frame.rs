//! What every letter of the secretariat has: the head with number and date, whom it is for, who signs, the foot.
//! Does not know what a letter is about.

use crate::calendar::Day;
use crate::domain::body::Body;
use crate::domain::session::Session;
use crate::exchange::paper::{Block, LabelledText, Paper, Text};
use crate::papers::page_of_pages;
use crate::papers::{labelled, paper};
use crate::say;
use crate::text::without_isolates;
use crate::words::Words;

/// The head of a letter.
pub(in crate::papers) struct LetterHead<'a> {
    /// Its number; without one a line is left to fill.
    pub number: Option<&'a str>,
    /// Its day; without one a line is left to fill.
    pub date: Option<Day>,
    /// Whom it is for.
    pub to: Text,
    /// The body whose secretariat writes it.
    pub body: &'a Body,
    /// What it is about.
    pub subject: String,
}

impl LetterHead<'_> {
    /// The letter under this head: what it says, and what its file and its pages are called.
    pub fn letter(self, words: &Words, says: Vec<Block>) -> Paper {
        let open = || dots(words);
        let number = self.number.map_or_else(open, Text::stored);
        let date = self.date.map_or_else(open, |day| Text::ours(words.day(day)));
        let from = words.say_with("letter-secretariat", &[("body", (&self.body.name).into())]);
        let title = plain_title(&self.subject);
        let mut blocks = vec![
            Block::Centred(Text::ours(words.say("letter-invocation"))),
            Block::Head(vec![
                labelled(words, "letter-number", number),
                labelled(words, "letter-date", date),
                labelled(
                    words,
                    "letter-attachment",
                    Text::ours(words.say("letter-no-attachment")),
                ),
            ]),
            Block::Head(vec![
                labelled(words, "letter-to", self.to),
                labelled(words, "letter-from", Text::ours(from)),
                labelled(words, "letter-subject", Text::ours(self.subject)),
            ]),
        ];
        blocks.extend(says);
        Paper {
            title,
            date: self.date,
            foot: page_of_pages(words),
            ..paper(words, blocks)
        }
    }
}

/// A line to be filled by hand.
pub(in crate::papers) fn dots(words: &Words) -> Text {
    Text::ours(words.say("letter-open"))
}

/// A name for the properties of a file, without marks of direction.
pub(in crate::papers) fn plain_title(sentence: &str) -> String {
    without_isolates(sentence)
}

/// «هشتمین جلسه کارگروه ... در سال ۱۴۰۱، مورخ پنجشنبه ۱۴۰۱/۰۳/۱۲», as far as it is known.
pub(in crate::papers) fn dated_session(words: &Words, session: &Session, body: &Body) -> String {
    let name = say::session_name(words, session, &body.name);
    let name = match session.year.filter(|_| session.ordinal.is_some()) {
        Some(year) => {
            let year = words.number(year);
            words.say_with(
                "letter-session-year",
                &[("session", name.into()), ("year", year.into())],
            )
        }
        None => name,
    };
    match session.date {
        Some(day) => {
            let day = say::day_long(words, day);
            words.say_with(
                "letter-session-date",
                &[("session", name.into()), ("date", day.into())],
            )
        }
        None => name,
    }
}

/// What a letter about so many resolutions ends with: what is asked for, and who signs.
pub(in crate::papers) fn closing(
    words: &Words,
    id: &str,
    count: usize,
    body: &Body,
    secretary: Option<&String>,
) -> [Block; 2] {
    let asked = Block::Paragraph(Text::ours(words.say_with(id, &[("count", count.into())])));
    [asked, signed_by_secretary(words, body, secretary)]
}

/// The secretary of a body by her name, where it is known, over room to sign.
pub(in crate::papers) fn signed_by_secretary(
    words: &Words,
    body: &Body,
    secretary: Option<&String>,
) -> Block {
    let office = words.say_with("letter-signed", &[("body", (&body.name).into())]);
    let name = secretary.or(body.secretary_post.as_ref());
    Block::Signatures(vec![LabelledText::new(office, Text::some(name))])
}
