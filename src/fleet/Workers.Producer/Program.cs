using Workers.Defaults;
using Workers.Producer;

var builder = WebApplication.CreateBuilder(args);
builder.AddProducer();
var app = builder.Build();
app.MapProducer();
await app.RunWorkerAsync();
