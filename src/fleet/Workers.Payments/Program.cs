using Workers.Defaults;
using Workers.Payments;

var builder = WebApplication.CreateBuilder(args);
builder.AddPaymentsWorker();
await builder.Build().RunWorkerAsync();
