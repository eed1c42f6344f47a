//! Documents as files for judges that are asked outside of these tests, in the folder that `DABIR_DOCUMENTS` names, each
//! of a session with what it must say. It does not know the judges.

use crate::made_up;
use crate::sample::{today, views, words};
use dabir::exchange::docx::template::fill;
use dabir::exchange::docx::write_docx;
use dabir::exchange::format::Fonts;
use dabir::exchange::paper::Paper;
use dabir::office::query::SessionView;
use dabir::papers;
use dabir::words::{Lang, Words};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::{env, fs};

fn word(paper: &Paper) -> Vec<u8> {
    write_docx(paper, &Fonts::default()).expect("a Word file")
}

fn keep(folder: &Path, name: &str, bytes: &[u8]) {
    fs::write(folder.join(name), bytes).expect("written");
}

/// What a reader must find in the file: in a Persian one in the digits of Persian.
fn expected(words: &Words, view: &SessionView) -> Value {
    let session = &view.session;
    let wordings = view
        .resolutions
        .iter()
        .flat_map(|row| row.resolution.text.lines());
    let wordings: Vec<&str> = wordings.map(str::trim).filter(|line| !line.is_empty()).collect();
    let agenda: Vec<&str> = session.agenda.iter().map(|item| item.title.trim()).collect();
    let seats: Vec<&str> = view.roll.iter().map(|row| row.seat.name.trim()).collect();
    let head = [&session.place, &session.chair, &session.secretary];
    let head = head.into_iter().flatten().cloned();
    let date = session.date.map(|day| words.day(day));
    json!({
        "lang": if words.lang() == Lang::Fa { "fa" } else { "en" },
        "head": head.chain(date).collect::<Vec<_>>(),
        "agenda": agenda,
        "seats": seats,
        "wordings": wordings,
    })
}

#[test]
fn documents_are_handed_to_other_judges() {
    let Some(folder) = env::var_os("DABIR_DOCUMENTS").map(PathBuf::from) else {
        println!("skipped: documents for other judges (DABIR_DOCUMENTS names no folder)");
        return;
    };
    fs::create_dir_all(&folder).expect("a folder");
    for (name, paper) in made_up::papers() {
        keep(&folder, &format!("{name}.docx"), &word(&paper));
    }
    let views = views();
    for (lang, ending) in [(Lang::Fa, "fa"), (Lang::En, "en")] {
        let words = words(lang);
        let template = word(&papers::form(&words));
        keep(&folder, &format!("template-{ending}.docx"), &template);
        for (number, view) in views.iter().enumerate() {
            let minutes = word(&papers::minutes(&words, view, today()));
            let filled = fill(&template, &papers::fields(&words, view, today())).expect("filled");
            let expected = expected(&words, view).to_string();
            for (kind, bytes) in [("minutes", minutes), ("filled", filled)] {
                let name = format!("word-{kind}-{number}-{ending}");
                keep(&folder, &format!("{name}.docx"), &bytes);
                keep(&folder, &format!("{name}.json"), expected.as_bytes());
            }
        }
    }
}
