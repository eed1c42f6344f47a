//! Queries, dates, deadlines, lines, the editor and what comes from a terminal. It does not know their grammars.

use crate::rows::Chance;
use crate::{fuzz, seeds, text};
use dabir::calendar::{Day, TimeOfDay, parse_day, parse_day_in_year, parse_span, parse_year};
use dabir::domain::deadline::read_deadline;
use dabir::host::input::Reader;
use dabir::search::Filter;
use dabir::text::{Controls, Direction, EditBuffer, EditCommand, LineStyle, Motion, TextForm, line, wrap};

#[test]
fn queries() {
    let seeds = seeds(&[
        "مسئول:بهزیستی مهلت<۳۰روز -استان",
        "«پایان سال» گزارش|مدرسه وضعیت:معوق",
        "due>1405/08 body:ktaf year:1401 \"a phrase\"",
        "مهلت:ندارد جلسه:۸",
    ]);
    fuzz("queries", &seeds, |input, _| match Filter::parse(&text(input)) {
        Ok(filter) => {
            // What is read once is read again from what it says of itself.
            assert!(filter.is_empty() || !text(input).trim().is_empty());
        }
        Err(error) => drop(format!("{error:?}")),
    });
}

#[test]
fn dates_times_and_deadlines() {
    let seeds = seeds(&[
        "۱۴۰۱/۱۲/۲۱",
        "۹۹/۲/۲",
        "1401-12-25",
        "پنجشنبه مورخ ۱۲ خرداد ۱۴۰۱",
        "ساعت ۷/۳۰",
        "۴ بعدازظهر",
        "دو هفته",
        "یک ماه پس از ابلاغ",
        "حداکثر تا پایان مهر",
        "سه ماه یکبار",
        "پنجم هر ماه",
        "تا ۱۵/۰۷/۰۴",
        "ظرف مدت ۱۰ روز کاری",
    ]);
    let session = Day::from_jalali(1401, 3, 12).ok();
    fuzz("dates", &seeds, |input, _| {
        let text = text(input);
        if let Ok(day) = parse_day(&text) {
            assert_eq!(parse_day(&day.to_string()), Ok(day));
        }
        let _ = (parse_year(&text), parse_span(&text));
        let _ = parse_day_in_year(&text, 1401);
        if let Ok(time) = TimeOfDay::parse(&text) {
            assert_eq!(TimeOfDay::parse(&time.to_string()), Ok(time));
        }
        let deadline = read_deadline(&text, session);
        assert_eq!(deadline.written, text);
        let json = serde_json::to_string(&deadline).unwrap();
        assert_eq!(
            serde_json::from_str::<dabir::domain::deadline::Deadline>(&json).unwrap(),
            deadline
        );
    });
}

const LINES: [&str; 5] = [
    "مصوبه شماره ۷: «تا پایان مهر» (PDF, 3.5 MB) — دستگاه‌ها",
    "a\u{202e}b\u{2066}c \u{5dc}\u{5d0} ﷲ لا \u{200c}\u{200c} \u{2068}x\u{2069}",
    "بند الف) ...\nب) ...\tردیف\u{0651}\u{064E}",
    "\u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f467} \u{200c} ـــ کتاب‌خانه‌ها",
    "1٫234٬567 − ۱۲/۳/۹۹ :: ؟!",
];

#[test]
fn lines() {
    fuzz("lines", &seeds(&LINES), |input, chance| {
        let text = text(input);
        let style = LineStyle {
            base: [Direction::Rtl, Direction::Ltr][usize::from(chance.below(2) == 0)],
            controls: [Controls::Honour, Controls::Show][usize::from(chance.below(2) == 0)],
            form: [TextForm::Visual, TextForm::Logical][usize::from(chance.below(2) == 0)],
            ..LineStyle::default()
        };
        let paragraph = text.lines().next().unwrap_or_default();
        let laid = line(paragraph, &style);
        for cell in &laid.cells {
            let (start, end) = (cell.source_byte.start as usize, cell.source_byte.end as usize);
            assert!(paragraph.get(start..end).is_some(), "{paragraph:?}: {cell:?}");
        }
        let columns = usize::try_from(chance.below(60)).unwrap();
        let _ = wrap(&text, columns, &style);
    });
}

fn command(input: &[u8], chance: &mut Chance) -> EditCommand {
    let at = |chance: &mut Chance| usize::try_from(chance.below(300)).unwrap();
    let motions = [
        Motion::Left,
        Motion::Right,
        Motion::Up,
        Motion::Down,
        Motion::WordLeft,
        Motion::WordRight,
        Motion::LineStart,
        Motion::LineEnd,
    ];
    let motion = motions[usize::try_from(chance.below(motions.len() as u64)).unwrap()];
    match chance.below(17) {
        0 => EditCommand::Paste(text(input)),
        1..=3 => EditCommand::Type(text(input).chars().take(at(chance) % 5).collect()),
        4 => EditCommand::Newline,
        5 => EditCommand::Zwnj,
        6 => EditCommand::Backspace,
        7 => EditCommand::Delete,
        8 => EditCommand::DeleteWordBackward,
        9 => EditCommand::DeleteWordForward,
        10 => EditCommand::Move(motion),
        11 => EditCommand::Select(motion),
        12 => EditCommand::MoveTo(at(chance)),
        13 => EditCommand::SelectTo(at(chance)),
        14 => EditCommand::Cut,
        15 => EditCommand::Undo,
        _ => EditCommand::Redo,
    }
}

#[test]
fn the_editor() {
    fuzz("editor", &seeds(&LINES), |input, chance| {
        let mut buffer = match chance.below(2) {
            0 => EditBuffer::new(&text(input)),
            _ => EditBuffer::single_line(&text(input)),
        };
        for _ in 0..chance.below(30) {
            let command = command(input, chance);
            buffer.apply(command.clone());
            assert!(buffer.text().is_char_boundary(buffer.caret_byte()), "{command:?}");
            let selected = buffer.selection().map(|range| buffer.text().get(range).is_some());
            assert_ne!(selected, Some(false), "{command:?}");
            assert!(
                !buffer.is_single_line() || !buffer.text().contains('\n'),
                "{command:?}"
            );
        }
        let columns = 5 + usize::try_from(chance.below(60)).unwrap();
        let _ = buffer.rows(columns, 10, &LineStyle::default());
    });
}

#[test]
fn what_comes_from_a_terminal() {
    let seeds = seeds(&[
        "\u{1b}[A\u{1b}[1;5C\u{1b}OP\u{1b}[27;2;13~ سلام \u{7f}",
        "\u{1b}[200~متن\nدوم\u{1b}[201~",
        "\u{1b}P>|kitty(0.35)\u{1b}\\\u{1b}[?62;22c\u{1b}]11;rgb:0000/0000/0000\u{7}",
        "\u{1b}[<0;12;7M\u{1b}[<0;12;7m\u{1b}[97;5u\u{1b}[12;40R\u{1b}[?2026;2$y",
    ]);
    fuzz("terminal", &seeds, |input, chance| {
        let (mut reader, mut found) = (Reader::default(), Vec::new());
        let mut rest = input;
        while !rest.is_empty() {
            let (now, later) = rest.split_at(1 + usize::try_from(chance.below(rest.len() as u64)).unwrap());
            reader.feed(now, &mut found);
            rest = later;
            if chance.below(3) == 0 && reader.waits().is_some() {
                found.extend(reader.settle());
            }
        }
        found.extend(reader.end());
        // Nothing comes twice: there is not more of it than was sent.
        assert!(
            found.len() <= input.len() + 1,
            "{} of {} bytes",
            found.len(),
            input.len()
        );
    });
}
