using Workers.Defaults;
using Workers.Inventory;

var builder = WebApplication.CreateBuilder(args);
builder.AddInventoryWorker();
await builder.Build().RunWorkerAsync();
