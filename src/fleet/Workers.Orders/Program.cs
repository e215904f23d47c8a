using Workers.Defaults;
using Workers.Orders;

var builder = WebApplication.CreateBuilder(args);
builder.AddOrdersWorker();
await builder.Build().RunWorkerAsync();
