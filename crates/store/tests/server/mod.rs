//! A PostgreSQL server of the tests' own, from Debian's package: one for each test program, with a database for each test.
//!
//! The rule: it listens on a socket in its own temporary folder and nowhere else. It ends, and its folder goes, when the test
//! program does, however that ends: a small shell beside it waits for that. Without the package the tests say that they
//! were not run. Other rooms' tests may include this file by its path.

use std::io::Write;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// A server that runs.
pub struct Server {
    programs: PathBuf,
    folder: PathBuf,
    port: u16,
    /// The shell; it stops the server when its input ends.
    guard: Child,
}

/// The server that all tests of this program share; `None`, with a line that says so, where the package is not there.
pub fn shared_server() -> Option<&'static Server> {
    static SERVER: OnceLock<Option<Server>> = OnceLock::new();
    SERVER.get_or_init(Server::start).as_ref()
}

impl Server {
    /// Starts a server with empty data. Data are not forced to disk: what these tests lose with the power is no loss.
    pub fn start() -> Option<Server> {
        Server::start_with("")
    }

    /// Starts one that also listens on a port of this machine, encrypted, with a certificate for `localhost` that only
    /// [`Server::roots`] vouch for.
    #[allow(dead_code, reason = "not every program that includes this file needs encryption")]
    pub fn start_encrypted() -> Option<Server> {
        if Command::new("openssl").arg("version").stdout(Stdio::null()).status().is_err() {
            println!("NOT RUN: there is no openssl to make a certificate with.");
            return None;
        }
        Server::start_with("encrypted")
    }

    /// Starts one that has a disk of 24 million bytes beside its own, in [`Server::small_disk`]. Only root can make one.
    #[allow(dead_code, reason = "not every program that includes this file fills a disk")]
    pub fn start_with_a_small_disk() -> Option<Server> {
        let is_allowed = Command::new("unshare").args(["--mount", "true"]).stderr(Stdio::null()).status();
        if !is_allowed.is_ok_and(|done| done.success()) {
            println!("NOT RUN: a small disk of its own can be made by root alone.");
            return None;
        }
        Server::start_with("small disk")
    }

    fn start_with(word: &str) -> Option<Server> {
        let Some(programs) = programs() else {
            println!("NOT RUN on PostgreSQL: there is no initdb in /usr/lib/postgresql; `apt-get install postgresql` brings it.");
            return None;
        };
        let folder = folder_of_its_own();
        // Both refuse to run as root, so root runs them as the account that the package made.
        let mut shell = Command::new("sh");
        if is_root(&folder) {
            assert!(Command::new("chown").arg("postgres").arg(&folder).status().is_ok_and(|done| done.success()), "the package makes it");
            shell = Command::new(if word == "small disk" { "unshare" } else { "setpriv" });
            if word == "small disk" {
                // What is mounted there is seen by this process and those it starts, and goes with them.
                shell.args([
                    "--mount",
                    "sh",
                    "-c",
                    "mount -t tmpfs -o size=24m none \"$0/small\" && chown postgres \"$0/small\" && exec \"$@\"",
                ]);
                std::fs::create_dir(folder.join("small")).expect("the folder is new");
                shell.arg(&folder).arg("setpriv");
            }
            shell.args(["--reuid=postgres", "--regid=postgres", "--init-groups", "sh"]);
        }
        let port = free_port();
        let guard = shell
            .args(["-c", SCRIPT, "sh"])
            .args([&programs, &folder])
            .args([&port.to_string(), word])
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("a shell can be started");
        let server = Server { programs, folder, port, guard };
        server.wait_until(&|server| server.answers());
        Some(server)
    }

    /// The address of a new, empty database.
    pub fn database(&self) -> String {
        static DATABASES: AtomicU32 = AtomicU32::new(1);
        let name = format!("test{}", DATABASES.fetch_add(1, Ordering::Relaxed));
        let made = self.ask("createdb").args(["-U", "postgres", &name]).output().expect("createdb is in the package");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        format!("postgres:///{name}?host={}&port={}&user=postgres", self.folder.display(), self.port)
    }

    /// The port on which an encrypted server listens.
    #[allow(dead_code, reason = "not every program that includes this file needs encryption")]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The file with the roots that vouch for an encrypted server.
    #[allow(dead_code, reason = "not every program that includes this file needs encryption")]
    pub fn roots(&self) -> PathBuf {
        self.folder.join("roots.pem")
    }

    /// The folder of the small disk, as the server sees it.
    #[allow(dead_code, reason = "not every program that includes this file fills a disk")]
    pub fn small_disk(&self) -> PathBuf {
        self.folder.join("small")
    }

    /// Kills the server as a power cut would, and starts it again over the same data.
    #[allow(dead_code, reason = "not every program that includes this file restarts its server")]
    pub fn kill_and_start_again(&mut self) {
        self.say("kill");
        self.wait_until(&|server| server.folder.join("again").exists() && server.answers());
        std::fs::remove_file(self.folder.join("again")).expect("the shell made it");
    }

    fn wait_until(&self, is_so: &dyn Fn(&Server) -> bool) {
        let came = (0..1200).any(|_| {
            std::thread::sleep(Duration::from_millis(50));
            is_so(self)
        });
        assert!(came, "PostgreSQL did not start within a minute");
    }

    fn answers(&self) -> bool {
        self.ask("pg_isready").stdout(Stdio::null()).status().is_ok_and(|answer| answer.success())
    }

    /// One of the package's programs, which asks this server.
    fn ask(&self, program: &str) -> Command {
        let mut command = Command::new(self.programs.join(program));
        command.arg("-h").arg(&self.folder).args(["-p", &self.port.to_string()]);
        command
    }

    fn say(&mut self, word: &str) {
        let input = self.guard.stdin.as_mut().expect("it was started with an input");
        writeln!(input, "{word}").expect("the shell listens until it is told to end");
    }
}

/// The shared server is never dropped: the shell sees the end of the program. One that a test has for itself ends here.
impl Drop for Server {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        let _ = self.guard.wait();
        // The shell leaves only the place where a small disk was.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Makes the data and, where asked, a certificate; runs the server, and listens: "kill" kills it and starts it anew, the end
/// of the input ends it.
const SCRIPT: &str = r#"
"$1/initdb" --pgdata="$2/data" --username=postgres --auth=trust --encoding=UTF8 --locale=C --no-sync || exit 1
cd "$2"
listening="-c listen_addresses="
if [ "$4" = encrypted ]; then
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout roots.key -out roots.pem -days 30 -subj /CN=Roots || exit 1
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout server.key -out server.request -subj /CN=localhost || exit 1
    echo subjectAltName=DNS:localhost > names
    openssl x509 -req -in server.request -CA roots.pem -CAkey roots.key -CAcreateserial -days 30 -extfile names -out server.pem || exit 1
    chmod 600 server.key
    listening="-c listen_addresses=127.0.0.1 -c ssl=on -c ssl_cert_file=$2/server.pem -c ssl_key_file=$2/server.key"
fi
start() {
    "$1/postgres" -D "$2/data" -k "$2" -p "$3" $listening -c fsync=off -c full_page_writes=off -c max_connections=60 -c shared_buffers=32MB &
}
start "$1" "$2" "$3"
while read -r word; do
    kill -KILL $!
    wait $!
    # Its children see that it is gone; until the last has let go of the shared memory a new server refuses to start.
    rm -f "$2/data/postmaster.pid"
    sleep 0.5
    start "$1" "$2" "$3"
    touch "$2/again"
done
kill -INT $!
wait $!
cd /
rm -rf "$2"
"#;

/// The newest that is installed.
fn programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let mut found: Vec<PathBuf> =
        versions.flatten().map(|version| version.path().join("bin")).filter(|bin| bin.join("initdb").exists()).collect();
    found.sort();
    found.pop()
}

/// Short, since the path of a socket may have 107 bytes at most.
fn folder_of_its_own() -> PathBuf {
    let made = Command::new("mktemp").args(["-d", "/tmp/commonweal-XXXXXXXX"]).output().expect("mktemp is everywhere");
    PathBuf::from(String::from_utf8_lossy(&made.stdout).trim())
}

fn is_root(own_folder: &Path) -> bool {
    std::fs::metadata(own_folder).is_ok_and(|made| made.uid() == 0)
}

/// One that nobody listens on now. A server without encryption uses it only to name its socket.
fn free_port() -> u16 {
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("this machine has a free port");
    free.local_addr().expect("it is bound").port()
}
