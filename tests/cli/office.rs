//! Runs the real program, away from the user's own settings and data.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// An office of its own: a store that is removed at the end.
pub struct Office {
    pub folder: TempDir,
}

/// What one call of the program gave.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Office {
    pub fn new() -> Office {
        Office {
            folder: TempDir::new().expect("a temporary folder"),
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file beside the store and returns its path.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        std::fs::write(self.path(name), bytes).expect("a written file");
        self.path(name).display().to_string()
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dabir"));
        for name in ["DABIR_STORE", "DABIR_LANG", "DABIR_TODAY", "DABIR_BIDI"] {
            command.env_remove(name);
        }
        // Nothing of a test reaches the user's own data folder.
        command
            .env("HOME", self.folder.path())
            .env_remove("XDG_DATA_HOME")
            .env("USER", "منشی");
        command
            .args(["--store".as_ref(), self.path("store").as_os_str()])
            .args(arguments);
        command
    }

    /// Runs the program and holds its words against what no person should read.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        let ran = ran(self.command(arguments).output().expect("the program runs"));
        assert_for_people(&ran.err);
        ran
    }

    /// Runs the program, which must succeed.
    pub fn done(&self, arguments: &[&str]) -> String {
        let ran = self.run(arguments);
        assert_eq!(ran.code, 0, "{arguments:?}: {}{}", ran.out, ran.err);
        ran.out
    }

    pub fn json(&self, arguments: &[&str]) -> serde_json::Value {
        let out = self.done(&[arguments, &["--format", "json"]].concat());
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{arguments:?}: {error}: {out}"))
    }
}

pub fn ran(output: Output) -> Ran {
    Ran {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).expect("UTF-8 on standard output"),
        err: String::from_utf8(output.stderr).expect("UTF-8 on standard error"),
    }
}

/// Nothing of the language the program is written in, no control and no mark of direction.
pub fn assert_for_people(words: &str) {
    for foreign in [
        "Error(", "Err(", "panicked", "Os {", "src/", "Some(", "unwrap", ".rs:", "os error",
    ] {
        assert!(!words.contains(foreign), "«{foreign}» in: {words}");
    }
    let mark = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200e}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!words.contains(mark), "{words:?}");
}

/// Minutes made up for the tests, small and whole.
pub const MINUTES: &str = "بسمه تعالی
صورتجلسه سومین جلسه کمیته آب شهرستان مهرآباد در سال ۱۴۰۲
تاریخ جلسه: ۱۴۰۲/۰۴/۱۳
ساعت شروع: ۹:۳۰
مکان: سالن فرمانداری
دستور کار:
۱- بررسی وضعیت چاه های کشاورزی
۲- بررسی شبکه آب روستاها
مصوبات:
ردیف\tمصوبه\tمهلت اقدام\tمسئول پیگیری
۱\tمقرر شد فهرست چاه های بدون پروانه تهیه و به دبیرخانه کمیته ارسال گردد.\tدو هفته\tاداره منابع آب
۲\tمقرر شد شبکه آب سه روستای شرقی بازدید و گزارش آن ارائه شود.\tحداکثر شش ماه\tشرکت آب و فاضلاب؛ بخشداری
";

/// The real minutes beside the project, where they are.
pub fn real_minutes() -> Option<Vec<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = ["../shared/minutes", "../../shared/minutes"].map(|folder| root.join(folder));
    let Some(folder) = folder.into_iter().find(|folder| folder.is_dir()) else {
        println!(
            "skipped: no minutes in {}",
            root.join("../shared/minutes").display()
        );
        return None;
    };
    let names = [
        "000_8c739928e6a2cf99.txt",
        "002_f4afc0df34bc264a.txt",
        "004_645ee31e3cb44584.txt",
    ];
    Some(
        names
            .iter()
            .map(|name| folder.join(name).display().to_string())
            .collect(),
    )
}
