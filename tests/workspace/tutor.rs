//! The lessons of the tutor, done one after another as their sentences ask for.

use crate::terminal::{DOWN, ENTER, F2, F7, TAB, Terminal};
use portable_pty::CommandBuilder;

const ESCAPE: &str = "\x1b";
const UP: &str = "\x1b[A";
const BACK: &str = "\x1b[Z";
const F1: &str = "\x1bOP";
const F9: &str = "\x1b[20~";

#[test]
fn the_lessons_are_done_by_doing_what_they_say_and_end() {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_dabir"));
    command.arg("tutor");
    let mut pupil = Terminal::run(command, 80, 24);
    let note = format!("a{TAB}سلام{F2}");
    let wording = format!("مقرر شد گزارش دهند{F2}");
    let jump = format!("راه{DOWN}{ENTER}");
    let answer = format!("پاسخ آمد{F2}");
    let body = format!("3aکارگروه آزمون{F2}");
    let member = format!("1aدستگاه آزمون{TAB}نام آزمون{F2}");
    let correction = format!("{BACK}دلیل آزمون{BACK}متن درست آزمون{F2}");
    let lessons: [&[&str]; 27] = [
        &[UP],
        &[ENTER],
        &["3"],
        &["i"],
        &["4"],
        &[&note],
        &["5"],
        &["a"],
        &[&wording],
        &["u"],
        &[ESCAPE],
        &["/"],
        &[&jump],
        &["go"],
        &["p", &answer],
        &["gw"],
        &[&body, "…ثبت شد"],
        &[&member, "…ثبت شد"],
        &["gs"],
        &["j3", "…ثبت شد"],
        &[ENTER, "1f"],
        &["k"],
        &["k", F2, "…کد صحت"],
        &[
            ESCAPE,
            "…پایان بازخوانی",
            ESCAPE,
            "…شماره دعوتنامه",
            "w",
            &correction,
            "…ثبت شد",
        ],
        &[F9],
        &[F7],
        &[F1],
    ];
    for (number, keys) in lessons.iter().enumerate() {
        let number = number + 1;
        pupil.wait_for(&format!("درس {} از ۲۷", persian(number)));
        for keys in *keys {
            // What stands behind Escape is a letter of its own once the screen is there.
            match keys.strip_prefix('…') {
                Some(words) => pupil.wait_for(words),
                None => pupil.send(keys),
            }
        }
    }
    pupil.wait_for("درس‌ها تمام شد");
}

fn persian(number: usize) -> String {
    let digit = |c: char| "۰۱۲۳۴۵۶۷۸۹".chars().nth(c as usize - '0' as usize).unwrap_or(c);
    number.to_string().chars().map(digit).collect()
}
