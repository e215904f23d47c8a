using Workers.Defaults;
using Workers.Producer;

var builder = WebApplication.CreateBuilder(args);
builder.AddProducer();
await builder.Build().RunWorkerAsync(app => app.MapProducer());
