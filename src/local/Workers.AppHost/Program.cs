using Microsoft.Extensions.Configuration;
using Workers.AppHost;

var builder = DistributedApplication.CreateBuilder(args);
var aws = builder.AddLocalAws();
var provision = builder.AddProvisioning(aws);
builder.AddHost<Projects.Workers_Inventory>("Inventory", aws, provision);
builder.AddHost<Projects.Workers_Notification>("Notification", aws, provision);
builder.AddHost<Projects.Workers_Analytics>("Analytics", aws, provision);
builder.AddHost<Projects.Workers_Orders>("Orders", aws, provision, port: null, "OrderViews", "OrderDeadlines");
builder.AddHost<Projects.Workers_Payments>("Payments", aws, provision);
builder.AddHost<Projects.Workers_Shipping>("Shipping", aws, provision);
builder.AddHost<Projects.Workers_Customers>("Customers", aws, provision, port: null, "CustomerTimers");
builder.AddHost<Projects.Workers_Support>("Support", aws, provision, port: null, "SupportTimers");
builder.AddHost<Projects.Workers_Audit>("Audit", aws, provision);
builder.AddHost<Projects.Workers_Workflow>("Workflow", aws, provision);
builder.AddHost<Projects.Workers_Producer>("Producer", aws, provision, builder.Configuration.GetValue("ApiPort", 5080));
builder.AddHost<Projects.Workers_Console>("Console", aws, provision, builder.Configuration.GetValue("ConsolePort", 5090))
    .WithEnvironment("Workers__Console__Actions", "true");   // it listens on loopback only
builder.DrainFirst();
await builder.Build().RunAsync();
