using Workers.Defaults;
using Workers.Notification;

var builder = WebApplication.CreateBuilder(args);
builder.AddNotificationWorker();
await builder.Build().RunWorkerAsync();
