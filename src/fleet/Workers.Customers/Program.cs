using Workers.Defaults;
using Workers.Customers;

var builder = WebApplication.CreateBuilder(args);
builder.AddCustomersWorker();
await builder.Build().RunWorkerAsync();
