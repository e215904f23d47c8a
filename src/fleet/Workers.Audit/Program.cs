using Workers.Audit;
using Workers.Defaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddAuditWorker();
await builder.Build().RunWorkerAsync();
