using Workers.Defaults;
using Workers.Support;

var builder = WebApplication.CreateBuilder(args);
builder.AddSupportWorker();
await builder.Build().RunWorkerAsync();
