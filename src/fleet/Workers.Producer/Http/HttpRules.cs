namespace Workers.Producer.Http;

/// <summary>What holds for every route: limits, origins, and how faults are told.</summary>
internal static class HttpRules
{
    public static void AddHttpRules(this WebApplicationBuilder builder)
    {
        builder.AddRequestLimits();
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<ProblemHandler>();
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);

        var origins = builder.Configuration.GetSection("Workers:Producer:CorsOrigins").Get<string[]>() ?? [];
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy =>
            policy.WithOrigins(origins).AllowAnyHeader().AllowAnyMethod().WithExposedHeaders("Location", "Retry-After")));
    }

    public static void UseHttpRules(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseCors();
        app.UseRateLimiter();
    }
}
