using Workers.Defaults;
using Workers.Shipping;

var builder = WebApplication.CreateBuilder(args);
builder.AddShippingWorker();
await builder.Build().RunWorkerAsync();
