//! Opens the datasets that the manifest names as tables and views of the engine.
//!
//! The rule: every table is Parquet files named one by one, every view is SQL over tables. Memory is
//! bounded; what does not fit spills to disk inside the evidence folder. Nothing here writes.

use std::path::PathBuf;
use std::sync::Arc;

use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::datasource::empty::EmptyTable;
use datafusion::execution::disk_manager::{DiskManagerBuilder, DiskManagerMode};
use datafusion::execution::memory_pool::FairSpillPool;
use datafusion::execution::runtime_env::RuntimeEnvBuilder;
use datafusion::prelude::{DataFrame, ParquetReadOptions, SessionConfig, SessionContext};
use definitions::Trouble;
use futures::StreamExt;

use crate::folder::Hold;
use crate::manifest::{FileEntry, Manifest};
use crate::schemas;
use crate::tables::{DERIVED, PER_FILE};

/// The engine over one state of the evidence.
pub struct Engine {
    context: SessionContext,
    runtime: tokio::runtime::Runtime,
    folder: PathBuf,
}

impl Engine {
    /// Opens what `manifest` names. `memory_bytes` bounds what queries may hold.
    ///
    /// # Errors
    /// When the engine or a dataset cannot be opened.
    pub fn open(hold: &Hold, manifest: &Manifest, memory_bytes: usize) -> Result<Engine, Trouble> {
        // Planning a deep view recurses; the default stack of a worker thread is small for it in unoptimised builds.
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .thread_stack_size(16 << 20)
            .build()
            .map_err(|error| Trouble::new("start the query engine", error.to_string(), "Close other programs and try again."))?;
        let engine = Engine { context: context(hold, memory_bytes)?, runtime, folder: hold.folder().to_path_buf() };
        engine.runtime.block_on(engine.register(hold, manifest)).map_err(|error| asked("open the evidence", &error))?;
        Ok(engine)
    }

    /// A query's plan, not yet run.
    pub(crate) fn plan(&self, query: &str) -> Result<DataFrame, Trouble> {
        self.runtime.block_on(self.context.sql(query)).map_err(|error| asked("ask the evidence", &error))
    }

    /// Some columns of the stored payments of some published files: a plan over those files alone, since opening thousands
    /// of others for each publisher would cost more than reading its own.
    pub(crate) fn payments_of(&self, files: &[&FileEntry], columns: &[&str]) -> Result<DataFrame, Trouble> {
        let paths: Vec<String> =
            files.iter().flat_map(|entry| Manifest::payments_file(entry, &self.folder)).map(|path| path.display().to_string()).collect();
        let schema = schemas::payments();
        let options = ParquetReadOptions { schema: Some(&schema), ..ParquetReadOptions::default() };
        let frame = self.runtime.block_on(self.context.read_parquet(paths, options)).and_then(|frame| frame.select_columns(columns));
        frame.map_err(|error| asked("ask the evidence", &error))
    }

    /// Runs a query, giving each batch to `each` until it says trouble.
    pub(crate) fn each_batch(&self, frame: DataFrame, mut each: impl FnMut(&RecordBatch) -> Result<(), Trouble>) -> Result<(), Trouble> {
        self.runtime.block_on(async {
            let mut stream = frame.execute_stream().await.map_err(|error| asked("ask the evidence", &error))?;
            while let Some(batch) = stream.next().await {
                each(&batch.map_err(|error| asked("ask the evidence", &error))?)?;
            }
            Ok(())
        })
    }

    pub(crate) fn context(&self) -> &SessionContext {
        &self.context
    }

    pub(crate) fn block_on<T>(&self, future: impl Future<Output = T>) -> T {
        self.runtime.block_on(future)
    }

    async fn register(&self, hold: &Hold, manifest: &Manifest) -> datafusion::error::Result<()> {
        let files: Vec<PathBuf> = manifest.data_files(hold.folder()).collect();
        for dataset in PER_FILE.iter().chain(DERIVED) {
            let folder = hold.folder().join(dataset);
            let of_dataset: Vec<String> = files
                .iter()
                .filter(|path| path.parent() == Some(&folder) && path.is_file())
                .map(|path| path.display().to_string())
                .collect();
            self.register_dataset(dataset, of_dataset).await?;
        }
        for (view, query) in VIEWS {
            self.context.sql(&format!("CREATE VIEW {view} AS {query}")).await?;
        }
        Ok(())
    }

    async fn register_dataset(&self, dataset: &str, files: Vec<String>) -> datafusion::error::Result<()> {
        let name = format!("{dataset}_stored");
        let schema = stored_schema(dataset);
        if files.is_empty() {
            self.context.register_table(name, Arc::new(EmptyTable::new(schema)))?;
            return Ok(());
        }
        let frame = self.context.read_parquet(files, ParquetReadOptions { schema: Some(&schema), ..ParquetReadOptions::default() }).await?;
        self.context.register_table(name, frame.into_view())?;
        Ok(())
    }
}

/// Trouble from the engine in words; its own text is kept, since an analyst's query may be what is wrong.
pub(crate) fn asked(what: &str, error: &datafusion::error::DataFusionError) -> Trouble {
    let text = error.strip_backtrace();
    let try_next = if text.contains("Resources exhausted") {
        "The query needs more memory or disk than is allowed: ask for fewer columns or groups, or allow more with --memory."
    } else {
        "`commonweal sql --tables` lists the tables and their columns."
    };
    Trouble::new(what, text.lines().next().unwrap_or_default().to_string(), try_next)
}

fn context(hold: &Hold, memory_bytes: usize) -> Result<SessionContext, Trouble> {
    let spill = std::env::temp_dir();
    let disk = DiskManagerBuilder::default().with_mode(DiskManagerMode::Directories(vec![spill]));
    let runtime = RuntimeEnvBuilder::new()
        .with_memory_pool(Arc::new(FairSpillPool::new(memory_bytes)))
        .with_disk_manager_builder(disk)
        .build_arc()
        .map_err(|error| asked(&format!("open the engine over {}", hold.folder().display()), &error))?;
    let config = SessionConfig::new()
        .with_information_schema(true)
        .with_create_default_catalog_and_schema(true)
        .set_bool("datafusion.execution.parquet.pushdown_filters", true);
    Ok(SessionContext::new_with_config_rt(config, runtime))
}

fn stored_schema(dataset: &str) -> SchemaRef {
    match dataset {
        "payments" => schemas::payments(),
        "parties" => schemas::parties(),
        "contracts" => schemas::contracts(),
        "remarks" => schemas::remarks(),
        "repeats" => schemas::repeats(),
        "names" => schemas::names(),
        "suppliers" => schemas::suppliers(),
        "contract_suppliers" => schemas::contract_suppliers(),
        "supplier_ids" => schemas::supplier_ids(),
        "supplier_changes" => schemas::supplier_changes(),
        "bodies" => schemas::bodies(),
        "wanted" => schemas::wanted(),
        _ => schemas::files(),
    }
}

/// The tables an analyst sees, as SQL over what is stored. The columns are those of `tables.rs`, in its order;
/// `payments_joined` is for the questions of this room, with what the derived datasets say of each payment. Its joins stand the
/// small side on the left, since the engine holds the left side in memory and streams the right.
const VIEWS: &[(&str, &str)] = &[
    (
        "payments_joined",
        "SELECT p.*, n.supplier_id, n.supplier, n.supplier_number, n.company_number, n.vat_number, n.charity_number, n.postcode, s.name AS supplier_name, s.is_body,
                coalesce(p.family, s.mostly) AS family_known,
                CASE WHEN p.family IS NOT NULL THEN p.family_reason WHEN s.mostly IS NOT NULL THEN 'supplier-elsewhere' END AS reason_known,
                CASE WHEN p.not_addressable IS NOT NULL THEN p.not_addressable
                     WHEN s.is_body IS NOT NULL THEN 'between-bodies'
                     WHEN p.payee LIKE 'redacted%' THEN 'redacted'
                     WHEN p.payee = 'person' THEN 'private-person' END AS not_addressable_known,
                r.row IS NULL AS is_counted
         FROM repeats_stored r RIGHT JOIN (
                suppliers_stored s RIGHT JOIN (names_stored n RIGHT JOIN payments_stored p ON n.party = p.party)
                ON s.supplier_id = n.supplier_id
              ) ON r.file_id = p.file_id AND r.row = p.row",
    ),
    (
        "payments",
        "SELECT body, supplier_id, supplier_name, supplier, payee, cast(cast(amount_pence AS decimal(20, 0)) / 100 AS decimal(18, 2)) AS amount, amount_pence,
                day, month, financial_year, via, family_known AS family, reason_known AS family_reason,
                not_addressable_known AS not_addressable, is_counted, category, service, purpose, proclass, cpv, reference,
                supplier_number, company_number, vat_number, charity_number, postcode, file, sheet, line
         FROM payments_joined",
    ),
    (
        "contracts",
        "SELECT body, reference, title, replace(suppliers, chr(10), '; ') AS suppliers, family, family_reason, start, \"end\",
                earliest_end, latest_end, cast(cast(annual_value_pence AS decimal(20, 0)) / 100 AS decimal(18, 2)) AS annual_value,
                cast(cast(total_value_pence AS decimal(20, 0)) / 100 AS decimal(18, 2)) AS total_value, status, is_not_yet_awarded, joint_words, file, sheet, line
         FROM contracts_stored",
    ),
    ("suppliers", "SELECT supplier_id, name, is_body, mostly, names FROM suppliers_stored"),
    ("supplier_changes", "SELECT day, supplier_id, change, now_supplier_id FROM supplier_changes_stored"),
    ("bodies", "SELECT body, name, kind, gss FROM bodies_stored"),
    (
        "files",
        "SELECT file, sheet, publisher, format, kind, basis, rows_kept, rows_set_aside,
                cast(cast(total_pence AS decimal(20, 0)) / 100 AS decimal(18, 2)) AS total, note FROM files_stored",
    ),
    ("remarks", "SELECT body, file, sheet, line, \"column\", kind, seen, done, sets_aside FROM remarks_stored"),
    ("repeats", "SELECT file, row, counted_in FROM repeats_stored"),
];
