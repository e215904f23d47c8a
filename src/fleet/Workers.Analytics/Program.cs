using Workers.Analytics;
using Workers.Defaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddAnalyticsWorker();
await builder.Build().RunWorkerAsync();
