using Workers.Console;
using Workers.Defaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddConsole();
await builder.Build().RunWorkerAsync(app => app.MapConsole());
