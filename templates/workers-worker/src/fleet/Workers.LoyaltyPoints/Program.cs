using Workers.Defaults;
using Workers.LoyaltyPoints;

var builder = WebApplication.CreateBuilder(args);
builder.AddLoyaltyPointsWorker();
await builder.Build().RunWorkerAsync();
