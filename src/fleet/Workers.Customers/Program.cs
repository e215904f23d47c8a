using Workers.Customers;
using Workers.Defaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddCustomersWorker();
await builder.Build().RunWorkerAsync();
