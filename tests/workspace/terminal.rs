//! The real program in a pseudo-terminal, seen through a terminal emulator. Every wait names what it waits for.

use dabir::text::{LineStyle, line};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// Far longer than anything takes on a busy machine; a wait that gets here has failed.
const TIMEOUT: Duration = Duration::from_secs(20);

/// One run of the program.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    bytes: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    /// Whether it tells who it is when it is asked: it answers as VTE does.
    answers: bool,
    /// The folder of its settings; it goes with the terminal.
    _configuration: tempfile::TempDir,
    /// Everything the program wrote.
    pub written: Vec<u8>,
}

/// VTE's answers: mode 8 set, its attributes, a letter with a mark behind it in one column.
const WHO_VTE_IS: &str = "\x1b[8;1$y\x1b[>65;7006;1c\x1b[?65;1;9c\x1b[2;2R";
/// Its answer to the question behind a frame, whether that has been taken.
const TAKEN: &str = "\x1b[?65;1;9c";

pub const ENTER: &str = "\r";
pub const TAB: &str = "\t";
pub const DOWN: &str = "\x1b[B";
pub const UP: &str = "\x1b[A";
pub const F1: &str = "\x1bOP";
pub const F2: &str = "\x1bOQ";
pub const F4: &str = "\x1bOS";
pub const F7: &str = "\x1b[18~";
pub const F12: &str = "\x1b[24~";

impl Terminal {
    /// Starts a command in a terminal of so many columns and rows.
    pub fn run(command: CommandBuilder, columns: u16, rows: u16) -> Terminal {
        Terminal::run_as("xterm-256color", command, columns, rows)
    }

    /// The same with a `TERM` of its own.
    pub fn run_as(term: &str, mut command: CommandBuilder, columns: u16, rows: u16) -> Terminal {
        let size = PtySize {
            rows,
            cols: columns,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        command.env("TERM", term);
        command.env("USER", "secretary");
        command.env("TMPDIR", std::env::temp_dir());
        // Nobody's own settings reach a test.
        let configuration = tempfile::tempdir().expect("a temporary folder");
        if !command
            .iter_extra_env_as_str()
            .any(|(name, _)| name == "XDG_CONFIG_HOME")
        {
            command.env("XDG_CONFIG_HOME", configuration.path());
        }
        let child = pair.slave.spawn_command(command).expect("dabir starts");
        drop(pair.slave);
        let keyboard = pair.master.take_writer().expect("a keyboard");
        let mut reader = pair.master.try_clone_reader().expect("a screen");
        let (to, bytes) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if to.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let screen = vt100::Parser::new(cells(rows), cells(columns), 0);
        Terminal {
            child,
            master: pair.master,
            keyboard,
            bytes,
            screen,
            answers: true,
            _configuration: configuration,
            written: Vec::new(),
        }
    }

    /// The same terminal, which answers nothing by itself.
    pub fn silent(mut self) -> Terminal {
        self.answers = false;
        self
    }

    /// `dabir --store FOLDER` with further arguments, 80 by 24, on the sample's day.
    pub fn on_store(folder: &Path, further: &[&str]) -> Terminal {
        Terminal::with_variables(folder, further, &[])
    }

    /// The same with variables of the environment.
    pub fn with_variables(folder: &Path, further: &[&str], variables: &[(&str, &str)]) -> Terminal {
        let mut command = on_the_day("1405/09/01", folder);
        command.args(further);
        for (name, value) in variables {
            command.env(name, value);
        }
        Terminal::run(command, 80, 24)
    }

    /// `dabir --store FOLDER` on a day of its own, 100 by 34.
    pub fn on_day(day: &str, folder: &Path) -> Terminal {
        Terminal::run(on_the_day(day, folder), 100, 34)
    }

    /// Types keys or text.
    pub fn send(&mut self, keys: &str) {
        self.keyboard
            .write_all(keys.as_bytes())
            .expect("the program reads its keyboard");
        self.keyboard.flush().expect("the program reads its keyboard");
    }

    /// Waits until the screen shows `text` (logical order), and fails with the screen when it never does.
    pub fn wait_for(&mut self, text: &str) {
        self.wait(&format!("«{text}» on the screen"), |terminal| {
            terminal.shows(text)
        });
    }

    /// Waits until the screen shows `text` no more.
    pub fn wait_without(&mut self, text: &str) {
        self.wait(&format!("«{text}» to go from the screen"), |terminal| {
            !terminal.shows(text)
        });
    }

    /// Waits until a condition holds.
    pub fn wait(&mut self, what: &str, holds: impl Fn(&Terminal) -> bool) {
        let end = Instant::now() + TIMEOUT;
        while !holds(self) {
            let left = end.saturating_duration_since(Instant::now());
            match self.bytes.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(_) => panic!("waited in vain for {what}; the screen:\n{}", self.contents()),
            }
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        let (answered, taken) = (self.questions(), self.questions_behind_frames());
        self.written.extend_from_slice(bytes);
        self.screen.process(bytes);
        if self.answers && self.questions() > answered {
            self.send(WHO_VTE_IS);
        }
        if self.answers {
            self.send(&TAKEN.repeat(self.questions_behind_frames() - taken));
        }
    }

    /// How often it was asked for its attributes alone: the first time that was among the others.
    fn questions_behind_frames(&self) -> usize {
        let is_question = |bytes: &&[u8]| *bytes == b"\x1b[c";
        let asked = self.written.windows(3).filter(is_question).count();
        asked.saturating_sub(usize::from(asked > 0))
    }

    /// How often it was asked who it is, to the last question.
    fn questions(&self) -> usize {
        let is_last = |bytes: &&[u8]| *bytes == b"\x1b[6n";
        self.written.windows(4).filter(is_last).count()
    }

    /// Whether a text in logical order stands on the screen.
    pub fn shows(&self, text: &str) -> bool {
        let cells = line(text, &LineStyle::default()).cells;
        let visual: String = cells.iter().map(|cell| cell.symbol.as_str()).collect();
        self.contents().contains(&visual)
    }

    /// The screen's rows in visual order.
    pub fn contents(&self) -> String {
        self.screen.screen().contents()
    }

    /// The terminal's state.
    pub fn state(&self) -> &vt100::Screen {
        self.screen.screen()
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        let size = PtySize {
            rows,
            cols: columns,
            pixel_width: 0,
            pixel_height: 0,
        };
        self.screen.screen_mut().set_size(cells(rows), cells(columns));
        self.master.resize(size).expect("the terminal takes another size");
    }

    /// The modes of the line: echo, whole lines, and so on.
    pub fn modes(&self) -> String {
        format!("{:?}", self.master.get_termios())
    }

    /// The process id.
    pub fn pid(&self) -> u32 {
        self.child.process_id().expect("a process")
    }

    /// Sends a signal by its name (`TERM`, `KILL`).
    pub fn signal(&self, name: &str) {
        let status = std::process::Command::new("kill")
            .args([&format!("-{name}"), &self.pid().to_string()])
            .status();
        assert!(status.expect("kill runs").success(), "the signal is sent");
    }

    /// Waits until the process is stopped (Linux).
    pub fn wait_stopped(&self) {
        self.wait_state('T');
    }

    /// How often the thread that writes to the line has written; read when the first thread, which paints, has come to
    /// rest. None where the system does not count.
    pub fn writes(&self) -> Option<usize> {
        let pid = self.pid();
        let tasks = std::fs::read_dir(format!("/proc/{pid}/task")).ok()?;
        let is_line = |task: &std::path::PathBuf| {
            std::fs::read_to_string(task.join("comm")).is_ok_and(|name| name.trim_end() == "line")
        };
        let line = tasks.flatten().map(|task| task.path()).find(is_line)?;
        let counted = || {
            let counts = std::fs::read_to_string(line.join("io")).ok()?;
            let writes = counts.lines().find_map(|line| line.strip_prefix("syscw: "))?;
            writes.parse().ok()
        };
        let _: usize = counted()?;
        self.wait_state('S');
        counted()
    }

    /// Waits until its first thread is in a state of the system's (Linux).
    fn wait_state(&self, state: char) {
        let end = Instant::now() + TIMEOUT;
        let path = format!("/proc/{}/stat", self.pid());
        let is_there = || {
            let stat = std::fs::read_to_string(&path).expect("the state of a process");
            stat.rsplit_once(") ")
                .is_some_and(|(_, rest)| rest.starts_with(state))
        };
        while !is_there() {
            assert!(
                Instant::now() < end,
                "waited in vain for the process to be in state {state}"
            );
            thread::yield_now();
        }
    }

    /// Waits for the end; returns the exit code.
    pub fn ended(&mut self) -> u32 {
        let end = Instant::now() + TIMEOUT;
        loop {
            match self
                .bytes
                .recv_timeout(end.saturating_duration_since(Instant::now()))
            {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {
                    panic!("waited in vain for the end; the screen:\n{}", self.contents())
                }
            }
        }
        self.child.wait().expect("an exit status").exit_code()
    }
}

/// The program on a store and a day, with nothing of the environment.
fn on_the_day(day: &str, folder: &Path) -> CommandBuilder {
    let folder = folder.to_str().expect("a path of text");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_dabir"));
    command.args(["--store", folder, "--today", day]);
    command.env_clear();
    command
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).expect("a screen has cells")
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}
