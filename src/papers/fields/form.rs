//! A form of our own with fields in it, for an office to change in Word: letterhead, head, tables, boxes to sign.
//! Does not know the values.

use crate::exchange::paper::{Block, LabelledText, Paper, PaperColumn, PaperTable, Text};
use crate::papers::page_of_pages;
use crate::papers::paper;
use crate::words::{Lang, Words};

/// The form; written as a Word file it is the template that an office begins with.
pub fn form(words: &Words) -> Paper {
    let form = MinutesForm { words };
    let title = words.say_with(
        "form-title",
        &[("name", form.braced("جلسه.نام", "session.name").into())],
    );
    let blocks = vec![
        Block::Centred(Text::ours(words.say("form-invocation"))),
        Block::Centred(form.field("کارگروه.مکان", "body.place")),
        Block::Title(Text::ours(title)),
        form.head(),
        form.heading("show-agenda"),
        form.table(&[
            ("column-row", 6, ["دستور.ردیف", "agenda.row"]),
            ("column-agenda-item", 94, ["دستور.عنوان", "agenda.title"]),
        ]),
        form.heading("show-attendance"),
        form.table(&[
            ("column-row", 6, ["عضو.ردیف", "seat.row"]),
            ("column-seat", 26, ["عضو.دستگاه", "seat.organisation"]),
            ("minutes-person", 24, ["عضو.نام_و_سمت", "seat.name_and_post"]),
            ("minutes-presence", 13, ["عضو.حضور", "seat.presence"]),
            (
                "minutes-representative",
                18,
                ["عضو.نماینده", "seat.representative"],
            ),
            ("minutes-remarks", 13, ["عضو.توضیح", "seat.remark"]),
        ]),
        Block::Paragraph(form.field("شمار.جمله", "count.sentence")),
        Block::Paragraph(form.field("جلسه.مدعوین", "session.guests")),
        form.heading("show-notes"),
        form.table(&[
            ("column-speaker", 28, ["مطلب.گوینده", "note.speaker"]),
            ("column-note", 72, ["مطلب.متن", "note.text"]),
        ]),
        form.heading("show-resolutions"),
        form.table(&[
            ("column-row", 6, ["مصوبه.ردیف", "resolution.row"]),
            ("column-subject", 15, ["مصوبه.موضوع", "resolution.subject"]),
            ("column-text", 47, ["مصوبه.متن", "resolution.text"]),
            ("column-deadline", 13, ["مصوبه.مهلت", "resolution.deadline"]),
            (
                "column-responsible",
                19,
                ["مصوبه.مسئول", "resolution.responsible"],
            ),
        ]),
        Block::Signatures(vec![
            form.labelled("head-chair", ["جلسه.رئیس", "session.chair"]),
            form.labelled("head-secretary", ["جلسه.دبیر", "session.secretary"]),
        ]),
        form.signers(),
    ];
    Paper {
        title: words.say("form-name"),
        foot: form.foot(),
        ..paper(words, blocks)
    }
}

struct MinutesForm<'a> {
    words: &'a Words,
}

impl MinutesForm<'_> {
    /// The field by its name in the language of the words.
    fn braced(&self, persian: &str, english: &str) -> String {
        let name = match self.words.lang() {
            Lang::Fa => persian,
            Lang::En => english,
        };
        format!("{{{{{name}}}}}")
    }

    fn field(&self, persian: &str, english: &str) -> Text {
        Text::ours(self.braced(persian, english))
    }

    fn labelled(&self, id: &str, [persian, english]: [&str; 2]) -> LabelledText {
        LabelledText::new(self.words.say(id), self.field(persian, english))
    }

    fn heading(&self, id: &str) -> Block {
        Block::Heading(Text::ours(self.words.say(id)))
    }

    fn head(&self) -> Block {
        Block::Head(vec![
            self.labelled("head-date", ["جلسه.تاریخ", "session.date"]),
            self.labelled("form-weekday", ["جلسه.روز", "session.weekday"]),
            self.labelled("head-start", ["جلسه.شروع", "session.start"]),
            self.labelled("head-end", ["جلسه.پایان", "session.end"]),
            self.labelled("head-place", ["جلسه.مکان", "session.place"]),
            self.labelled("head-invitation", ["دعوتنامه.شماره", "invitation.number"]),
            self.labelled("head-chair", ["جلسه.رئیس", "session.chair"]),
            self.labelled("head-secretary", ["جلسه.دبیر", "session.secretary"]),
        ])
    }

    /// A table whose one row stands for a list.
    fn table(&self, columns: &[(&str, u32, [&str; 2])]) -> Block {
        Block::Table(self.pattern(columns))
    }

    fn pattern(&self, columns: &[(&str, u32, [&str; 2])]) -> PaperTable {
        let cells = columns
            .iter()
            .map(|(_, _, [persian, english])| vec![self.field(persian, english)]);
        let head = |(id, share, _): &(&str, u32, _)| PaperColumn {
            head: Text::ours(self.words.say(id)),
            share: *share,
        };
        PaperTable {
            rows: vec![cells.collect()],
            columns: columns.iter().map(head).collect(),
            signed: false,
        }
    }

    /// Those who sign beside the chair and the secretary, with room in the last column.
    fn signers(&self) -> Block {
        let mut table = self.pattern(&[
            ("column-row", 6, ["امضاکننده.ردیف", "signer.row"]),
            ("minutes-person", 28, ["امضاکننده.نام", "signer.name"]),
            ("minutes-post-or-seat", 41, ["امضاکننده.سمت", "signer.post"]),
        ]);
        table.signed = true;
        table.columns.push(PaperColumn {
            head: Text::ours(self.words.say("minutes-signature")),
            share: 25,
        });
        for row in &mut table.rows {
            row.push(vec![Text::default()]);
        }
        Block::Table(table)
    }

    /// The code of final minutes and the page.
    fn foot(&self) -> Text {
        // A line of its own: minutes that nobody signed have no code.
        let code = self.field("جلسه.کد", "session.code").and(Text::ours("\n"));
        code.and(page_of_pages(self.words))
    }
}
