using Microsoft.AspNetCore.HostFiltering;
using Workers.Producer.Callers;

namespace Workers.Producer.Http;

/// <summary>What holds for every route: limits, origins, who may call, and how faults are told.</summary>
internal static class HttpRules
{
    public static void AddHttpRules(this WebApplicationBuilder builder)
    {
        builder.AddRequestLimits();
        builder.AddSignIn();
        builder.Services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<ProblemHandler>();
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.PostConfigure<HostFilteringOptions>(hosts => hosts.IncludeFailureMessage = false);   // it is a page of HTML

        var origins = builder.Configuration.GetSection("Workers:Producer:CorsOrigins").Get<string[]>() ?? [];
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy =>
            policy.WithOrigins(origins).AllowAnyHeader().AllowAnyMethod().WithExposedHeaders("Location", "Retry-After")));
    }

    public static void UseHttpRules(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRouting();
        app.UseCors();
        app.UseCrossSiteRefusal();
        app.UseAuthentication();
        app.UseCallerRates();
        app.UseAuthorization();
        app.UsePlaces();
        app.Lifetime.ApplicationStarted.Register(app.LogHowOpen);
    }
}
