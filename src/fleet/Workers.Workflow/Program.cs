using Workers.Defaults;
using Workers.Workflow;

var builder = WebApplication.CreateBuilder(args);
builder.AddWorkflowWorker();
await builder.Build().RunWorkerAsync();
