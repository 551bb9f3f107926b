// Generated from the server's OpenAPI document by `make openapi`; do not edit.
export interface paths {
    "/api/access-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetPolicy */
        get: operations["getAccessPolicy"];
        /** SetPolicy */
        put: operations["setAccessPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListAccounts */
        get: operations["listAccounts"];
        put?: never;
        /** OpenAccount */
        post: operations["openAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetAccount */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/deactivation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Deactivate */
        post: operations["deactivateAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** SetGrants */
        put: operations["setGrants"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ResetPassword */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetPhone */
        get: operations["getAccountPhone"];
        /** PutPhone */
        put: operations["setAccountPhone"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/reach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetReach */
        get: operations["getReach"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/second-factor-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ResetSecondFactor */
        post: operations["resetSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/wecom-user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** SetWecomUser */
        put: operations["setWecomUser"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** GivePasswords */
        post: operations["givePasswords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/arrival-sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetArrivals */
        get: operations["listArrivalSheets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListAudit */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** VerifyAudit */
        get: operations["verifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListCategories */
        get: operations["listCategories"];
        put?: never;
        /** AddCategory */
        post: operations["addCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetChannels */
        get: operations["getChannels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** SetRules */
        put: operations["setDeliveryRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** TestChannel */
        post: operations["testChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** SetUpWebhook */
        put: operations["setUpWebhook"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/wecom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** SetUpWecom */
        put: operations["setUpWecom"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/checkpoint-library": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetLibrary */
        get: operations["readLibrary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetCounts */
        get: operations["listCounts"];
        put?: never;
        /** OpenCount */
        post: operations["openCount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts/{count_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetCount */
        get: operations["getCount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts/{count_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ApproveCount */
        post: operations["approveCount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts/{count_id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** CancelCount */
        post: operations["cancelCount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts/{count_id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetLines */
        get: operations["listCountLines"];
        /** PutLines */
        put: operations["takeCountLines"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts/{count_id}/lines/{line_id}/product": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** NameProduct */
        post: operations["nameCountedProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts/{count_id}/lines/{line_id}/setting-aside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** SetCodeAside */
        post: operations["setCountedCodeAside"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts/{count_id}/lines/{line_id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetTags */
        get: operations["listCountTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts/{count_id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetProgress */
        get: operations["getCountProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts/{count_id}/recount": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** AskRecount */
        post: operations["askRecount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts/{count_id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ReviewVariances */
        post: operations["reviewVariances"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts/{count_id}/sheet.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** TakePrint */
        get: operations["takeCountPrint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts/{count_id}/sheet.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** TakeWorkbook */
        get: operations["takeCountWorkbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts/{count_id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** SubmitCount */
        post: operations["submitCount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts/{count_id}/variances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetVariances */
        get: operations["listVariances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts/{count_id}/variances/{product_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetVariance */
        get: operations["getVariance"];
        /** ReviewVariance */
        put: operations["reviewVariance"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts/{count_id}/zones/{zone_id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** CloseZone */
        post: operations["closeCountZone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts/accuracy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetAccuracy */
        get: operations["getCountAccuracy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts/cycle-rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetCycleRule */
        get: operations["getCycleRule"];
        /** PutCycleRule */
        put: operations["setCycleRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** PlanCounts */
        post: operations["planCounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts/rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetRule */
        get: operations["getCountRule"];
        /** PutRule */
        put: operations["setCountRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListDeliveries */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries/{delivery_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetDelivery */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries/{delivery_id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ResendDelivery */
        post: operations["resendDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** DeliveryFigures */
        get: operations["getDeliveryFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demand/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetCalendar */
        get: operations["getCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demand/days/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** SetSpecialDay */
        put: operations["setSpecialDay"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demand/days/{day}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ResetSpecialDay */
        post: operations["resetSpecialDay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demand/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetSignals */
        get: operations["listSignals"];
        put?: never;
        /** EnterSignal */
        post: operations["enterSignal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demand/signals/{signal_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetSignal */
        get: operations["getSignal"];
        /** ChangeSignal */
        put: operations["changeSignal"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demand/signals/{signal_id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** CancelSignal */
        post: operations["cancelSignal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetDisputes */
        get: operations["listDisputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/disputes/{dispute_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetDispute */
        get: operations["getDispute"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/disputes/{dispute_id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** DecideDispute */
        post: operations["decideDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/demand-days.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportDays */
        get: operations["exportDemandDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/inspection-templates/{template_id}/checkpoints.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportTemplate */
        get: operations["exportTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/inspection-templates/{template_id}/checkpoints.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportTemplate */
        get: operations["exportTemplateWorkbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/order-deliveries.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportDeliveries */
        get: operations["exportOrderDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/order-offers.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportOffers */
        get: operations["exportOrderOffers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/ordering-claims.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportClaims */
        get: operations["exportClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/ordering-claims.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportClaims */
        get: operations["exportClaimsWorkbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/ordering-decisions.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportDecisions */
        get: operations["exportDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/ordering-decisions.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportDecisions */
        get: operations["exportDecisionsWorkbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/ordering-deliveries.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportDeliveries */
        get: operations["exportDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/ordering-deliveries.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportDeliveries */
        get: operations["exportDeliveriesWorkbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/ordering-result-days.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportDays */
        get: operations["exportResultDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/ordering-result-days.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportDays */
        get: operations["exportResultDaysWorkbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/ordering-result-lines.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportLines */
        get: operations["exportResultLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/ordering-result-lines.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportLines */
        get: operations["exportResultLinesWorkbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/ordering-results.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportTable */
        get: operations["exportOrderingResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/ordering-results.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportTable */
        get: operations["exportOrderingResultsWorkbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/orders.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportOrders */
        get: operations["exportOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/orders.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportOrders */
        get: operations["exportOrdersWorkbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/people.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportPeople */
        get: operations["exportPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/people.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportPeople */
        get: operations["exportPeopleWorkbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/products.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportProducts */
        get: operations["exportProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/products.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportProducts */
        get: operations["exportProductsWorkbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/promotions.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportPromotions */
        get: operations["exportPromotions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/shelf-photos.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportPhotos */
        get: operations["exportShelfPhotos"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/shelf-photos.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportPhotos */
        get: operations["exportShelfPhotosWorkbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/shelf-trend.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportTrend */
        get: operations["exportShelfTrend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/shelf-trend.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportTrend */
        get: operations["exportShelfTrendWorkbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/stock.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportStock */
        get: operations["exportStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/store-health.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportHealth */
        get: operations["exportStoreHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/store-health.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportHealth */
        get: operations["exportStoreHealthWorkbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/store-scores.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportScores */
        get: operations["exportStoreScores"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/store-scores.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportScores */
        get: operations["exportStoreScoresWorkbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/stores.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportStores */
        get: operations["exportStores"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/stores.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportStores */
        get: operations["exportStoresWorkbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/visit-heat.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportHeat */
        get: operations["exportHeatMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/visit-heat.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportHeat */
        get: operations["exportHeatMapWorkbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/visits.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportList */
        get: operations["exportVisits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/visits.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ExportBook */
        get: operations["exportVisitsWorkbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Health */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health-rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetRule */
        get: operations["getHealthRule"];
        /** PutRule */
        put: operations["setHealthRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/demand-days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ImportDays */
        post: operations["importDemandDays"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/inspection-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ImportTemplate */
        post: operations["importTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/order-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ImportDeliveries */
        post: operations["importOrderDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/order-offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ImportOffers */
        post: operations["importOrderOffers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ImportPeople */
        post: operations["importPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/people/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Template */
        get: operations["getPeopleTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ImportProducts */
        post: operations["importProducts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/products/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Template */
        get: operations["getProductTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/promotions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ImportPromotions */
        post: operations["importPromotions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/stores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ImportStores */
        post: operations["importStores"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/stores/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Template */
        get: operations["getStoreTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspection-covers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetCovers */
        get: operations["listCovers"];
        put?: never;
        /** SetCover */
        post: operations["setCover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspection-covers/{cover_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** EndCover */
        post: operations["endCover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspection-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** PlanVisit */
        post: operations["planVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspection-rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetRule */
        get: operations["getInspectionRule"];
        /** PutRule */
        put: operations["setInspectionRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspection-schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetSchedules */
        get: operations["listSchedules"];
        put?: never;
        /** AddSchedule */
        post: operations["addSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspection-schedules/{schedule_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetSchedule */
        get: operations["getSchedule"];
        /** ChangeSchedule */
        put: operations["changeSchedule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspection-schedules/{schedule_id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** PauseSchedule */
        post: operations["pauseSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspection-schedules/{schedule_id}/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ResumeSchedule */
        post: operations["resumeSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspection-template-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** TakeTemplateFile */
        post: operations["takeTemplateFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspection-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetTemplates */
        get: operations["listTemplates"];
        put?: never;
        /** PublishTemplate */
        post: operations["publishTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspection-templates/{template_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetTemplate */
        get: operations["getTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspection-templates/{template_id}/copies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** CopyTemplate */
        post: operations["copyTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspection-templates/{template_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetTemplateFile */
        get: operations["getTemplateFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspection-templates/{template_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetVersions */
        get: operations["listTemplateVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspection-templates/{template_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** PublishVersion */
        post: operations["publishTemplateVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspection-templates/{template_id}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetVersion */
        get: operations["getTemplateVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetVisits */
        get: operations["listVisits"];
        put?: never;
        /** StartVisit */
        post: operations["startVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{visit_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetVisit */
        get: operations["getVisit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{visit_id}/answers/{checkpoint_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** AnswerCheckpoint */
        put: operations["answerCheckpoint"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{visit_id}/answers/{checkpoint_id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** DecideAnswer */
        post: operations["decideAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{visit_id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** CancelVisit */
        post: operations["cancelVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{visit_id}/day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** MoveVisit */
        put: operations["moveVisit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{visit_id}/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** DisputeFinding */
        post: operations["disputeFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{visit_id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** HandOverVisit */
        post: operations["handOverVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{visit_id}/remark": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** RemarkVisit */
        post: operations["remarkVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{visit_id}/report.jpg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetPicture */
        get: operations["getVisitReportPicture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{visit_id}/report.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetReport */
        get: operations["getVisitReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{visit_id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ReturnVisit */
        post: operations["returnVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{visit_id}/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** SignVisit */
        post: operations["signVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{visit_id}/signature-in-presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** SignInPresence */
        post: operations["signVisitInPresence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{visit_id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** StartPlanned */
        post: operations["startPlannedVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{visit_id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** SubmitVisit */
        post: operations["submitVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListJobs */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{job_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** RetryJob */
        post: operations["retryJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/label-exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetExports */
        get: operations["listLabelExports"];
        put?: never;
        /** RequestLabels */
        post: operations["requestLabels"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/label-exports/{export_id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** TakeLabels */
        get: operations["takeLabels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/legal-entities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListLegalEntities */
        get: operations["listLegalEntities"];
        put?: never;
        /** AddLegalEntity */
        post: operations["addLegalEntity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/legal-entities/{entity_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** ChangeLegalEntity */
        put: operations["changeLegalEntity"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Live */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetMe */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/locale": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** SetLocale */
        put: operations["setLocale"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** ChangePassword */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/quiet-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** OwnQuietHours */
        get: operations["getOwnQuietHours"];
        /** SetOwnQuietHours */
        put: operations["setOwnQuietHours"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetSecondFactor */
        get: operations["getSecondFactor"];
        put?: never;
        /** Begin */
        post: operations["beginSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm */
        post: operations["confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** RenewCodes */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove */
        post: operations["removeSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListNotifications */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/{notification_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ReadNotification */
        post: operations["readNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ReadAllNotifications */
        post: operations["readAllNotifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** CountUnread */
        get: operations["countUnreadNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** DecideOrders */
        post: operations["decideOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-approvals/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetRules */
        get: operations["getOrderApprovalRules"];
        /** PutRules */
        put: operations["setOrderApprovalRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetClaims */
        get: operations["listOrderClaims"];
        put?: never;
        /** OpenClaim */
        post: operations["openOrderClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-claims/{claim_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetClaim */
        get: operations["getOrderClaim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-claims/{claim_id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** DecideOrderClaim */
        post: operations["decideOrderClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetDue */
        get: operations["listOrderDeliveriesDue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-desk/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetFigures */
        get: operations["getOrderFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-desk/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetOrders */
        get: operations["listDeskOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-desk/orders/{order_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetHistory */
        get: operations["getOrderHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-desk/unordered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetUnordered */
        get: operations["listUnordered"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-receiving-rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetReceivingRule */
        get: operations["getOrderReceivingRule"];
        /** PutReceivingRule */
        put: operations["setOrderReceivingRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetRule */
        get: operations["getOrderRule"];
        /** SetRule */
        put: operations["setOrderRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListSources */
        get: operations["listOrderSources"];
        put?: never;
        /** AddSource */
        post: operations["addOrderSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-sources/{source_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetSource */
        get: operations["getOrderSource"];
        /** ChangeSource */
        put: operations["changeOrderSource"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-sources/{source_id}/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListDays */
        get: operations["listOrderDeliveryDays"];
        /** SetDays */
        put: operations["setOrderDeliveryDays"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-sources/{source_id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListDeliveries */
        get: operations["listOrderDeliveries"];
        /** SetDeliveries */
        put: operations["setOrderDeliveries"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-sources/{source_id}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListOffers */
        get: operations["listOrderOffers"];
        /** SetOffers */
        put: operations["setOrderOffers"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetSuggestions */
        get: operations["listSuggestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-suggestions/{product_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetSuggestion */
        get: operations["getSuggestion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-suggestions/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetOffers */
        get: operations["listOffersBeside"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-suggestions/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** PlanSuggestions */
        post: operations["planSuggestions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** SetTerms */
        put: operations["setOrderTerms"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-waves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetWave */
        get: operations["getOrderWave"];
        put?: never;
        /** ShareOut */
        post: operations["shareStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-waves/picks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetPicks */
        get: operations["listOrderPicks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-waves/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetShares */
        get: operations["getOrderWaveShares"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetOrders */
        get: operations["listOrders"];
        put?: never;
        /** OpenOrder */
        post: operations["openOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetOrder */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** AcceptOrder */
        post: operations["acceptOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** DecideOrder */
        post: operations["decideOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** CancelOrder */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** CloseOrder */
        post: operations["closeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/fulfilment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetFulfilment */
        get: operations["getOrderFulfilment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** PutLines */
        put: operations["setOrderLines"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/picks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetOrderPicks */
        get: operations["listPicksOfOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ReceiveOrder */
        post: operations["receiveOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ShipOrder */
        post: operations["shipOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** SubmitOrder */
        post: operations["submitOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** WithdrawOrder */
        post: operations["withdrawOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetOverview */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/own-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** StartOwnCheck */
        post: operations["startOwnCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photo-retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetRetention */
        get: operations["getPhotoRetention"];
        /** SetRetention */
        put: operations["setPhotoRetention"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photo-shares/{share_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetShare */
        get: operations["getPhotoShare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register */
        post: operations["registerPhoto"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photos/{photo_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetPhoto */
        get: operations["getPhoto"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photos/{photo_id}/boxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** CorrectBoxes */
        put: operations["correctBoxes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photos/{photo_id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Complete */
        post: operations["completePhoto"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photos/{photo_id}/origins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetPhotoOrigins */
        get: operations["listPhotoOrigins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photos/{photo_id}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** SharePhoto */
        post: operations["sharePhoto"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photos/{photo_id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListPhotoTasks */
        get: operations["listPhotoTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photos/wall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListPhotos */
        get: operations["listPhotos"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pos/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** IngestSales */
        post: operations["ingestSales"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pos/sales/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ImportSales */
        post: operations["importSales"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListProducts */
        get: operations["listProducts"];
        put?: never;
        /** AddProduct */
        post: operations["addProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{product_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetProduct */
        get: operations["getProduct"];
        /** ChangeProduct */
        put: operations["changeProduct"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetPromotions */
        get: operations["listPromotions"];
        put?: never;
        /** AddPromotion */
        post: operations["addPromotion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions/{promotion_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetPromotion */
        get: operations["getPromotion"];
        /** ChangePromotion */
        put: operations["changePromotion"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions/{promotion_id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** CancelPromotion */
        post: operations["cancelPromotion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/purchase-needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetNeeds */
        get: operations["listPurchaseNeeds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/purchase-needs/{source_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetNeed */
        get: operations["getPurchaseNeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/purchases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetPurchases */
        get: operations["listPurchases"];
        put?: never;
        /** SendPurchase */
        post: operations["sendPurchase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/purchases/{purchase_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetPurchase */
        get: operations["getPurchase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/purchases/{purchase_id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetLink */
        get: operations["getPurchaseLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/purchases/{purchase_id}/order.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetPrint */
        get: operations["takePurchasePrint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/purchases/{purchase_id}/order.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetWorkbook */
        get: operations["takePurchaseWorkbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/purchases/{purchase_id}/sendings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** PostSending */
        post: operations["sendPurchaseAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/push/acknowledgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** AcknowledgeDelivery */
        post: operations["acknowledgeDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/push/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListDeliveries */
        get: operations["listPushDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/push/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** PushKey */
        get: operations["getPushKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/push/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListSubscriptions */
        get: operations["listPushSubscriptions"];
        put?: never;
        /** SubscribeToPush */
        post: operations["subscribeToPush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/push/subscriptions/{subscription_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** UnsubscribeFromPush */
        delete: operations["unsubscribeFromPush"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/push/subscriptions/{subscription_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** TestPush */
        post: operations["testPush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/refused-photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListRefused */
        get: operations["listRefusedPhotos"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListRegions */
        get: operations["listRegions"];
        put?: never;
        /** AddRegion */
        post: operations["addRegion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regions/{region_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** ChangeRegion */
        put: operations["changeRegion"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/ordering": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetResults */
        get: operations["getOrderingResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/ordering/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetClaims */
        get: operations["listResultClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/ordering/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetDays */
        get: operations["listResultDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/ordering/days/{store_id}/{day}/{category_id}/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetProducts */
        get: operations["listResultProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/ordering/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetDecisions */
        get: operations["listResultDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/ordering/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetDeliveries */
        get: operations["listResultDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/ordering/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetLines */
        get: operations["listResultLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/ordering/overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetOverrides */
        get: operations["getOverrides"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/ordering/table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetTable */
        get: operations["listOrderingResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListRoles */
        get: operations["listRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListSales */
        get: operations["listSales"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sales/{sale_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetSale */
        get: operations["getSale"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sales/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListParked */
        get: operations["listParkedLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sales/parked/{line_id}/product": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** NameParkedProduct */
        post: operations["nameParkedProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scope-nodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListNodes */
        get: operations["listScopeNodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** LogIn */
        post: operations["logIn"];
        /** LogOut */
        delete: operations["logOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** BeginSecondFactor */
        post: operations["beginSecondFactorAtLogIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/wecom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Begin */
        get: operations["beginWecomLogIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/wecom/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Finish */
        get: operations["finishWecomLogIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListSessions */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke */
        delete: operations["revokeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheet-mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListMappings */
        get: operations["listSheetMappings"];
        /** KeepMapping */
        put: operations["keepSheetMapping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheet-mappings/{mapping_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** RenameMapping */
        put: operations["renameSheetMapping"];
        post?: never;
        /** ForgetMapping */
        delete: operations["forgetSheetMapping"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shelf-models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** WatchModels */
        get: operations["watchModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shelf-models/stores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListStoreCorrections */
        get: operations["listStoreCorrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shelves/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetAvailability */
        get: operations["getShelfAvailability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shelves/measured": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListMeasured */
        get: operations["listMeasuredPhotos"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shelves/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetTrend */
        get: operations["getShelfTrend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListStock */
        get: operations["listStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/expiring": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListExpiring */
        get: operations["listExpiringLots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/expiring/ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListEnded */
        get: operations["listEndedLots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/expiring/measure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetMeasure */
        get: operations["getExpiryMeasure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListGroups */
        get: operations["listStockGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListMoves */
        get: operations["listStockMoves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/products/{product_id}/lots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetLots */
        get: operations["listProductLots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/recalls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetRecalls */
        get: operations["listRecalls"];
        put?: never;
        /** OpenRecall */
        post: operations["openRecall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/recalls/{recall_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetRecall */
        get: operations["getRecall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/recalls/{recall_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** EndRecall */
        post: operations["endRecall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive */
        post: operations["receiveStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetRule */
        get: operations["getStockRule"];
        /** PutRule */
        put: operations["setStockRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/stores/{store_id}/lots/{lot_id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** StepOnLot */
        post: operations["stepOnLot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/stores/{store_id}/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListPlaces */
        get: operations["listPlaces"];
        put?: never;
        /** AddPlace */
        post: operations["addPlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/stores/{store_id}/places/{place_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** ChangePlace */
        put: operations["changePlace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/stores/{store_id}/places/{place_id}/goods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListGoods */
        get: operations["listPlacedGoods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/stores/{store_id}/products/{product_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetItem */
        get: operations["getStockItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/stores/{store_id}/relocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** RelocateGoods */
        post: operations["relocateGoods"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetTotals */
        get: operations["getStockTotals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetTransfers */
        get: operations["listTransfers"];
        put?: never;
        /** RequestTransfer */
        post: operations["requestTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/transfers/{transfer_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetTransfer */
        get: operations["getTransfer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/transfers/{transfer_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ApproveTransfer */
        post: operations["approveTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/transfers/{transfer_id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** CancelTransfer */
        post: operations["cancelTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/transfers/{transfer_id}/picks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetPicks */
        get: operations["listTransferPicks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/transfers/{transfer_id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ReceiveTransfer */
        post: operations["receiveTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/transfers/{transfer_id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** RefuseTransfer */
        post: operations["refuseTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/transfers/{transfer_id}/shipment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ShipTransfer */
        post: operations["shipTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/transfers/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** DecideTransfers */
        post: operations["decideTransfers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/transfers/stores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetStores */
        get: operations["listTransferStores"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/waste": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListWaste */
        get: operations["listWaste"];
        put?: never;
        /** ReportWaste */
        post: operations["reportWaste"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/waste/{report_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetWaste */
        get: operations["getWaste"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/waste/{report_id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** DecideWaste */
        post: operations["decideWaste"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/waste/rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetRule */
        get: operations["getWasteRule"];
        /** PutRule */
        put: operations["setWasteRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/store-health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListHealth */
        get: operations["listStoreHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/store-health/{store_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetHealth */
        get: operations["getStoreHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListStores */
        get: operations["listStores"];
        put?: never;
        /** AddStore */
        post: operations["addStore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stores/{store_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetStore */
        get: operations["getStore"];
        /** ChangeStore */
        put: operations["changeStore"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stores/{store_id}/check-in-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetCode */
        get: operations["getCheckInCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stores/{store_id}/check-in-code/renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** PostRenewal */
        post: operations["renewCheckInCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stores/{store_id}/order-terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListTerms */
        get: operations["listOrderTerms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suppliers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListSuppliers */
        get: operations["listSuppliers"];
        put?: never;
        /** AddSupplier */
        post: operations["addSupplier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suppliers/{supplier_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetSupplier */
        get: operations["getSupplier"];
        /** ChangeSupplier */
        put: operations["changeSupplier"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suppliers/{supplier_id}/way": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetWay */
        get: operations["getSupplierWay"];
        /** PutWay */
        put: operations["setSupplierWay"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suppliers/{supplier_id}/way/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** TestWay */
        post: operations["testSupplierWay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sync */
        get: operations["sync"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** SyncProducts */
        get: operations["syncProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListTasks */
        get: operations["listTasks"];
        put?: never;
        /** OpenTasks */
        post: operations["openTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetTask */
        get: operations["getTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task_id}/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** AssignTask */
        post: operations["assignTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task_id}/block": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** BlockTask */
        post: operations["blockTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task_id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** CommentOnTask */
        post: operations["commentOnTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task_id}/response": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** RespondToTask */
        post: operations["respondToTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task_id}/unblock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** UnblockTask */
        post: operations["unblockTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task_id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** VerifyTask */
        post: operations["verifyTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** AssignTasks */
        post: operations["assignTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** CountTasks */
        get: operations["countTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/due-times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** RescheduleTasks */
        post: operations["rescheduleTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListGaps */
        get: operations["listTaskGaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/people/{store_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListPeople */
        get: operations["listTaskPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListTokens */
        get: operations["listTokens"];
        put?: never;
        /** IssueToken */
        post: operations["issueToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens/{token_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** RevokeToken */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfer-suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetRebalances */
        get: operations["listRebalances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfer-suggestions/{rebalance_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetRebalance */
        get: operations["getRebalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfer-suggestions/{rebalance_id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** AcceptRebalance */
        post: operations["acceptRebalance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfer-suggestions/{rebalance_id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** RefuseRebalance */
        post: operations["refuseRebalance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfer-suggestions/acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** AcceptRebalances */
        post: operations["acceptRebalances"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfer-suggestions/rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetRule */
        get: operations["getRebalanceRule"];
        /** PutRule */
        put: operations["setRebalanceRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListUnits */
        get: operations["listUnits"];
        put?: never;
        /** AddUnit */
        post: operations["addUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visit-calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetCalendar */
        get: operations["getVisitCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visit-reports.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetReports */
        get: operations["getVisitReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visit-results/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ListAnswers */
        get: operations["listHeatAnswers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visit-results/heat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetHeat */
        get: operations["getHeatMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visit-results/inspectors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetInspectors */
        get: operations["getInspectorResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visit-results/stores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetRanking */
        get: operations["getStoreRanking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visit-results/stores/{store_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetStore */
        get: operations["getStoreScores"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visit-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetReviews */
        get: operations["listVisitReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visit-reviews/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ApproveVisits */
        post: operations["approveVisits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visit-reviews/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetFigures */
        get: operations["readReviewFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visit-routes/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetRoute */
        get: operations["getVisitRoute"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/warehouse-needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GetWarehouseNeeds */
        get: operations["listWarehouseNeeds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/warehouse-needs/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** PostWarehouseOrder */
        post: operations["orderForWarehouse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** AcceptOrder */
        AcceptOrder: {
            /** @default false */
            belowLeast: boolean;
            ifVersion?: number | null;
            lines?: components["schemas"]["ConfirmedLine"][];
        };
        /** AcceptRebalances */
        AcceptRebalances: {
            ids: string[];
        };
        /** AccessOut */
        AccessOut: {
            agentId: number | null;
            channel: components["schemas"]["Channel"];
            corpId: string | null;
            url: string | null;
            version: number;
        };
        /** AccessPolicyOut */
        AccessPolicyOut: {
            enrolled: number;
            people: number;
            permissions: string[];
            secondFactor: components["schemas"]["FactorRule"];
            version: number;
        };
        /** AccountOut */
        AccountOut: {
            active: boolean;
            grants: components["schemas"]["GrantOut"][];
            /** Format: uuid */
            id: string;
            locale: string;
            name: string;
            /** Format: date-time */
            recordedAt: string;
            secondFactor: boolean;
            temporaryAccess: boolean;
            username: string;
        };
        /** AccountRef */
        AccountRef: {
            /** Format: uuid */
            id: string;
            locale: string;
            name: string;
            username: string;
        };
        /** AccuracyOut */
        AccuracyOut: {
            counters: components["schemas"]["CounterAccuracy"][];
            counts: components["schemas"]["CountAccuracy"][];
            stores: components["schemas"]["StoreAccuracy"][];
            whole: components["schemas"]["counts_schemas_office_Accuracy"];
        };
        /** Acknowledge */
        Acknowledge: {
            word: string;
        };
        /** AddCategory */
        AddCategory: {
            code: string;
            id?: string | null;
            name: components["schemas"]["Words"];
            parentId?: string | null;
        };
        /** AddLegalEntity */
        AddLegalEntity: {
            creditCode: string;
            id?: string | null;
            kind: components["schemas"]["EntityKind"];
            name: string;
        };
        /** AddPlace */
        AddPlace: {
            code: string;
            id?: string | null;
            name: string;
        };
        /** AddProduct */
        AddProduct: {
            barcodes?: string[];
            /** Format: uuid */
            categoryId: string;
            code: string;
            id?: string | null;
            name: components["schemas"]["Words"];
            packs?: components["schemas"]["Pack"][];
            pinyin?: string | null;
            priceCents: number;
            status?: components["schemas"]["ProductStatus"];
            unit: string;
        };
        /** AddPromotion */
        AddPromotion: {
            discount?: number | null;
            /** Format: date */
            firstDay: string;
            id?: string | null;
            kind: components["schemas"]["PromotionKind"];
            /** Format: date */
            lastDay: string;
            name: string;
            /** @default  */
            note: string;
            placeIds?: string[];
            products: components["schemas"]["PromotedProduct"][];
            uplift?: number | null;
        };
        /** AddRegion */
        AddRegion: {
            id?: string | null;
            name: string;
            parentId?: string | null;
        };
        /** AddSchedule */
        AddSchedule: {
            /** @default 14 */
            aheadDays: number;
            assignee: components["schemas"]["Assignee"];
            bands?: components["schemas"]["RiskBand"][];
            endsOn?: string | null;
            /** @default 1 */
            every: number;
            formats?: components["schemas"]["StoreFormat"][];
            id?: string | null;
            inspectorId?: string | null;
            monthDays?: number[];
            name: string;
            regionIds?: string[];
            rhythm: components["schemas"]["Rhythm"];
            roleCode?: string | null;
            /** @default 0 */
            samplePercent: number;
            scoreBelow?: number | null;
            /** Format: date */
            startsOn: string;
            storeIds?: string[];
            /** Format: uuid */
            templateId: string;
            /** @description HH:MM on the store's clock */
            timeFrom?: string | null;
            /** @description HH:MM on the store's clock */
            timeUntil?: string | null;
            /** @default false */
            unannounced: boolean;
            visitKind: components["schemas"]["VisitKind"];
            weekdays?: number[];
        };
        /** AddSource */
        AddSource: {
            code: string;
            /** @description HH:MM on the store's clock */
            cutOff: string;
            id?: string | null;
            leadDays: number;
            /** @default 0 */
            leastCents: number;
            name: string;
            overPercent?: number | null;
            /** @default true */
            soldSameDay: boolean;
            supplierId?: string | null;
            warehouseId?: string | null;
        };
        /** AddStore */
        AddStore: {
            /**
             * @description HH:MM, before noon
             * @default 00:00
             */
            businessDayCut: string;
            code: string;
            dayCutFrom?: string | null;
            entityFrom?: string | null;
            format?: components["schemas"]["StoreFormat"] | null;
            id?: string | null;
            kind?: components["schemas"]["StoreKind"];
            legalEntityId?: string | null;
            name: string;
            openingHours?: components["schemas"]["OpenHours"][];
            position?: components["schemas"]["stores_position_Position"] | null;
            /** Format: uuid */
            regionId: string;
            status?: components["schemas"]["StoreStatus"];
            /** @default Asia/Shanghai */
            timeZone: string;
        };
        /** AddSupplier */
        AddSupplier: {
            code: string;
            /** @default  */
            creditCode: string;
            /** @default  */
            email: string;
            id?: string | null;
            name: string;
            pinyin?: string | null;
        };
        /** AddUnit */
        AddUnit: {
            code: string;
            id?: string | null;
            name: components["schemas"]["Words"];
        };
        /** AdjustedShare */
        AdjustedShare: {
            /** Format: uuid */
            orderId: string;
            /** Format: uuid */
            productId: string;
            quantity: string | null;
            /** @default  */
            reason: string;
        };
        /** AgreementOut */
        AgreementOut: {
            enough: boolean;
            kappa: number | null;
            pairs: number;
            rate: number | null;
        };
        /** ModelUse */
        analytics_inspectors_outputs_ModelUse: {
            compared: number;
            enough: boolean;
            milder: number;
            rate: number | null;
            stricter: number;
        };
        /** Accuracy */
        analytics_results_outputs_Accuracy: {
            humanAccuracy: number | null;
            humanBias: number | null;
            humanBiasCents: number;
            humanErrorCents: number;
            lines: number;
            neededCents: number;
            systemAccuracy: number | null;
            systemBias: number | null;
            systemBiasCents: number;
            systemErrorCents: number;
        };
        /**
         * GroupedBy
         * @description What a table has a row for.
         * @default store
         * @enum {string}
         */
        analytics_results_outputs_GroupedBy: "region" | "store" | "source" | "category";
        /**
         * Verdict
         * @description Whether changing suggestions came nearer to what was needed; `too_few` lines say nothing.
         * @enum {string}
         */
        analytics_results_outputs_Verdict: "helps" | "hurts" | "even" | "too_few";
        /**
         * DayKind
         * @description Which days of stores: all, those on which something ran out, or on which something was wasted.
         * @default all
         * @enum {string}
         */
        analytics_results_rows_DayKind: "all" | "out" | "waste";
        /** AnswerOut */
        AnswerOut: {
            answeredAt: string | null;
            /** Format: uuid */
            checkpointId: string;
            decisionNote: string | null;
            detection: components["schemas"]["Detection"] | null;
            dueAt: string | null;
            lastAnswer: components["schemas"]["LastAnswer"] | null;
            missingProductIds: string[];
            missingProducts: components["schemas"]["NamedProduct"][];
            needsPerson: boolean;
            note: string | null;
            notLive: string[];
            /** @enum {string} */
            outcome: "pass" | "fail" | "notApplicable" | "pending" | "unanswered";
            overruled: boolean;
            photos: string[];
            photoSpecs: components["schemas"]["MarkedPhoto"][];
            productsSeen: components["schemas"]["ProductSeen"][];
            responsible: components["schemas"]["Responsible"] | null;
            taskId: string | null;
            value: components["schemas"]["AnswerValue"] | null;
            version: number;
            voice: components["schemas"]["PhotoSpec"] | null;
        };
        /**
         * AnswerType
         * @description How a checkpoint is answered.
         * @enum {string}
         */
        AnswerType: "passfail" | "number" | "choice" | "text" | "photo";
        /** AnswerValue */
        AnswerValue: {
            choice?: string | null;
            number?: number | null;
            passfail?: components["schemas"]["PersonOutcome"] | null;
            text?: string | null;
        };
        /**
         * ApprovalLevel
         * @description From how high up an order has to be approved: by somebody else at the store, above it, or for the chain.
         * @enum {string}
         */
        ApprovalLevel: "store" | "region" | "chain";
        /** ApprovalRuleOut */
        ApprovalRuleOut: {
            categoryId: string | null;
            kind: components["schemas"]["RuleKind"];
            level: components["schemas"]["ApprovalLevel"];
            name: string;
            over: number;
            placeId: string | null;
        };
        /** ApprovalRulesOut */
        ApprovalRulesOut: {
            escalateMinutes: number;
            reasonCents: number;
            reasonPercent: number;
            rules: components["schemas"]["ApprovalRuleOut"][];
            version: number;
        };
        /** Approvals */
        Approvals: {
            byRules: number;
            byRulesShare: number | null;
            escalated: number;
            orders: number;
            waitedMedianS: number | null;
            waitedP90S: number | null;
        };
        /** ApproveCount */
        ApproveCount: {
            ifVersion: number;
        };
        /** ApprovedLine */
        ApprovedLine: {
            /** Format: uuid */
            productId: string;
            quantity: string;
        };
        /** ApprovedVisit */
        ApprovedVisit: {
            obstacle: components["schemas"]["Obstacle"] | null;
            /** Format: uuid */
            visitId: string;
        };
        /** ApprovedVisits */
        ApprovedVisits: {
            visits: components["schemas"]["ApprovedVisit"][];
        };
        /** ApproveTransfer */
        ApproveTransfer: {
            ifVersion: number;
            lines?: components["schemas"]["ChangedLine"][];
        };
        /** ApproveVisits */
        ApproveVisits: {
            visits: components["schemas"]["ReviewedVisit"][];
        };
        /** Arithmetic */
        Arithmetic: {
            budget: string;
            capacity: string;
            display: string;
            expected: string;
            least: string;
            most: string;
            onOrder: string;
            pack: string;
            safety: string;
            shelfLife: string;
            spoils: string;
            stock: string;
            wanted: string;
        };
        /** ArrivalScore */
        ArrivalScore: {
            /** Format: date */
            day: string;
            failed: components["schemas"]["FailedCheckpoint"][];
            failedCount: number;
            score: number | null;
            templateName: components["schemas"]["Words"];
            /** Format: uuid */
            visitId: string;
        };
        /** ArrivalSheet */
        ArrivalSheet: {
            ending: components["schemas"]["EndingOut"][];
            endingCount: number;
            gone: components["schemas"]["GoneOut"][];
            goneCount: number;
            openTasks: number;
            overdueTasks: number;
            repeats: components["schemas"]["RepeatedFault"][];
            scores: components["schemas"]["ArrivalScore"][];
            /** Format: uuid */
            storeId: string;
            tasks: components["schemas"]["ArrivalTask"][];
        };
        /** ArrivalSheets */
        ArrivalSheets: {
            /** Format: date-time */
            asOf: string;
            items: components["schemas"]["ArrivalSheet"][];
            nearM: number;
        };
        /** ArrivalTask */
        ArrivalTask: {
            critical: boolean;
            /** Format: date-time */
            dueAt: string;
            /** Format: uuid */
            id: string;
            overdue: boolean;
            repeatCount: number;
            status: components["schemas"]["TaskStatus"];
            title: components["schemas"]["Words"];
        };
        /** ArrivedLine */
        ArrivedLine: {
            /** @default 0 */
            damaged: string;
            /** Format: uuid */
            lineId: string;
            lot?: components["schemas"]["ArrivedLot"] | null;
            /** @default 0 */
            missing: string;
            missingWhy?: components["schemas"]["MissingWhy"] | null;
            /** @default  */
            note: string;
            photoIds?: string[];
            received: string;
            temperature?: string | null;
        };
        /** ArrivedLot */
        ArrivedLot: {
            code: string;
            expiresOn?: string | null;
            producedOn?: string | null;
        };
        /** AskRecount */
        AskRecount: {
            ifVersion: number;
            productIds: string[];
        };
        /** AskTest */
        AskTest: {
            channel: components["schemas"]["Channel"];
        };
        /**
         * Assignee
         * @description Who goes: a person, whoever holds a role nearest to the store, or the store's own people.
         * @enum {string}
         */
        Assignee: "person" | "role" | "store";
        /** AssignTask */
        AssignTask: {
            /** Format: uuid */
            accountId: string;
            ifVersion: number;
        };
        /** AssignTasks */
        AssignTasks: {
            /** Format: uuid */
            accountId: string;
            tasks: components["schemas"]["TaskVersion"][];
        };
        /**
         * Attention
         * @description Why a line wants a person's eye before it is ordered.
         * @enum {string}
         */
        Attention: "below_zero" | "out_of_stock" | "counted" | "spoils" | "new" | "promotion" | "budget" | "changed" | "must_order" | "jump" | "price" | "transfer";
        /** AuditOut */
        AuditOut: {
            actorName: string;
            /** Format: date-time */
            at: string;
            changeCount: number;
            changes: components["schemas"]["ChangeOut"][];
            /** Format: uuid */
            id: string;
            kind: string;
            sealed: boolean;
            /** Format: uuid */
            subjectId: string;
        };
        /** BlockedOut */
        BlockedOut: {
            /** Format: uuid */
            byId: string;
            byName: string;
            note: string;
            reason: components["schemas"]["BlockReason"];
            secondsLeft: number;
            /** Format: date-time */
            since: string;
        };
        /**
         * BlockReason
         * @description A cause outside the store that keeps it from putting a thing right.
         * @enum {string}
         */
        BlockReason: "warehouse" | "repair" | "supplier" | "landlord" | "other";
        /** BlockTask */
        BlockTask: {
            ifVersion: number;
            /** @default  */
            note: string;
            reason: components["schemas"]["BlockReason"];
        };
        /** Box */
        Box: {
            label: components["schemas"]["Label"];
            score: number;
            x0: number;
            x1: number;
            y0: number;
            y1: number;
        };
        /** BrowserOut */
        BrowserOut: {
            deviceName: string;
            /** Format: uuid */
            id: string;
            lastAt: string | null;
            lastState: components["schemas"]["DeliveryState"] | null;
            /** Format: date-time */
            registeredAt: string;
        };
        /** CalendarOut */
        CalendarOut: {
            arranged: boolean;
            days: components["schemas"]["SpecialDayOut"][];
            year: number;
        };
        /** CalendarVisit */
        CalendarVisit: {
            /** Format: date */
            day: string;
            dueAt: string | null;
            /** Format: uuid */
            id: string;
            inspectorId: string | null;
            inspectorName: string | null;
            kind: components["schemas"]["VisitKind"];
            score: number | null;
            status: components["schemas"]["VisitStatus"];
            /** Format: uuid */
            storeId: string;
            storeName: string;
            templateName: components["schemas"]["Words"];
            timeZone: string;
            unannounced: boolean;
            version: number;
            windowFrom: string | null;
        };
        /** CameIn */
        CameIn: {
            cause: components["schemas"]["Cause"];
            /** Format: date-time */
            occurredAt: string;
            quantity: string;
        };
        /** CancelCount */
        CancelCount: {
            ifVersion: number;
            reason: string;
        };
        /** CancelOrder */
        CancelOrder: {
            reason: string;
        };
        /** CancelPromotion */
        CancelPromotion: {
            ifVersion: number;
        };
        /** CancelSignal */
        CancelSignal: {
            ifVersion: number;
        };
        /** CancelTransfer */
        CancelTransfer: {
            ifVersion: number;
            reason: string;
        };
        /** CancelVisit */
        CancelVisit: {
            reason: string;
        };
        /** Capture */
        Capture: {
            /** @default  */
            device: string;
            position?: components["schemas"]["photos_schemas_Position"] | null;
            source: components["schemas"]["Source"];
            /** Format: date-time */
            takenAt: string;
        };
        /** CategoryLimits */
        CategoryLimits: {
            /** Format: uuid */
            categoryId: string;
            recountCents: number;
            recountPercent: number;
            recountQuantity: string;
        };
        /** CategoryLimitsOut */
        CategoryLimitsOut: {
            /** Format: uuid */
            categoryId: string;
            recountCents: number;
            recountPercent: number;
            recountQuantity: string;
        };
        /** CategoryOut */
        CategoryOut: {
            code: string;
            /** Format: uuid */
            id: string;
            name: components["schemas"]["Words"];
            parentId: string | null;
        };
        /**
         * Cause
         * @description What a move was for; the document behind it is `cause_id`.
         * @enum {string}
         */
        Cause: "opening" | "receipt" | "sale" | "return" | "refill" | "transfer_out" | "transfer_in" | "waste" | "count" | "late_fact" | "cost_correction" | "relocation";
        /** ChangedLine */
        ChangedLine: {
            /** Format: uuid */
            lineId: string;
            quantity: string;
        };
        /** ChangeLegalEntity */
        ChangeLegalEntity: {
            creditCode: string;
            ifVersion: number;
            kind: components["schemas"]["EntityKind"];
            name: string;
        };
        /** ChangeOut */
        ChangeOut: {
            field: string;
            id: string | null;
            new: unknown;
            old: unknown;
            table: string;
        };
        /** ChangePassword */
        ChangePassword: {
            newPassword: string;
            password: string;
        };
        /** ChangePlace */
        ChangePlace: {
            closed: boolean;
            ifVersion: number;
            name: string;
        };
        /** ChangeProduct */
        ChangeProduct: {
            barcodes?: string[];
            /** Format: uuid */
            categoryId: string;
            code: string;
            ifVersion: number;
            name: components["schemas"]["Words"];
            packs?: components["schemas"]["Pack"][];
            pinyin?: string | null;
            priceCents: number;
            status?: components["schemas"]["ProductStatus"];
            unit: string;
        };
        /** ChangePromotion */
        ChangePromotion: {
            discount?: number | null;
            /** Format: date */
            firstDay: string;
            ifVersion: number;
            kind: components["schemas"]["PromotionKind"];
            /** Format: date */
            lastDay: string;
            name: string;
            /** @default  */
            note: string;
            placeIds?: string[];
            products: components["schemas"]["PromotedProduct"][];
            uplift?: number | null;
        };
        /** ChangeRegion */
        ChangeRegion: {
            ifVersion: number;
            name: string;
            parentId: string | null;
        };
        /** ChangeSchedule */
        ChangeSchedule: {
            /** @default 14 */
            aheadDays: number;
            assignee: components["schemas"]["Assignee"];
            bands?: components["schemas"]["RiskBand"][];
            endsOn?: string | null;
            /** @default 1 */
            every: number;
            formats?: components["schemas"]["StoreFormat"][];
            ifVersion: number;
            inspectorId?: string | null;
            monthDays?: number[];
            name: string;
            regionIds?: string[];
            rhythm: components["schemas"]["Rhythm"];
            roleCode?: string | null;
            /** @default 0 */
            samplePercent: number;
            scoreBelow?: number | null;
            /** Format: date */
            startsOn: string;
            storeIds?: string[];
            /** Format: uuid */
            templateId: string;
            /** @description HH:MM on the store's clock */
            timeFrom?: string | null;
            /** @description HH:MM on the store's clock */
            timeUntil?: string | null;
            /** @default false */
            unannounced: boolean;
            visitKind: components["schemas"]["VisitKind"];
            weekdays?: number[];
        };
        /** ChangeSignal */
        ChangeSignal: {
            categoryIds?: string[];
            /** Format: date */
            firstDay: string;
            ifVersion: number;
            kind: components["schemas"]["SignalKind"];
            /** Format: date */
            lastDay: string;
            /** @default  */
            name: string;
            /** @default  */
            note: string;
            placeIds?: string[];
            productIds?: string[];
            uplift: number;
        };
        /**
         * ChangeSize
         * @description How far an order departs from its suggestion: by a quarter of it at most, by half, or by more.
         * @enum {string}
         */
        ChangeSize: "cut_large" | "cut_medium" | "cut_small" | "raised_small" | "raised_medium" | "raised_large";
        /** ChangeSource */
        ChangeSource: {
            code: string;
            /** @description HH:MM on the store's clock */
            cutOff: string;
            ifVersion: number;
            leadDays: number;
            /** @default 0 */
            leastCents: number;
            name: string;
            overPercent?: number | null;
            /** @default true */
            soldSameDay: boolean;
            status?: components["schemas"]["SourceStatus"];
        };
        /** ChangeStore */
        ChangeStore: {
            /**
             * @description HH:MM, before noon
             * @default 00:00
             */
            businessDayCut: string;
            code: string;
            dayCutFrom?: string | null;
            entityFrom?: string | null;
            format?: components["schemas"]["StoreFormat"] | null;
            ifVersion: number;
            legalEntityId?: string | null;
            name: string;
            openingHours?: components["schemas"]["OpenHours"][];
            position?: components["schemas"]["stores_position_Position"] | null;
            /** Format: uuid */
            regionId: string;
            status?: components["schemas"]["StoreStatus"];
            /** @default Asia/Shanghai */
            timeZone: string;
        };
        /** ChangeSupplier */
        ChangeSupplier: {
            code: string;
            /** @default  */
            creditCode: string;
            /** @default  */
            email: string;
            ifVersion: number;
            name: string;
            pinyin?: string | null;
            status?: components["schemas"]["SupplierStatus"];
        };
        /**
         * Channel
         * @description A way to reach a person beyond the inbox, in the order an organization starts with.
         * @enum {string}
         */
        Channel: "wecom" | "webpush" | "webhook";
        /** ChannelsOut */
        ChannelsOut: {
            accesses: components["schemas"]["AccessOut"][];
            rules: components["schemas"]["RulesOut"];
        };
        /** CheckInCodeOut */
        CheckInCodeOut: {
            renewedAt: string | null;
            text: string;
        };
        /**
         * CheckInFlag
         * @description Why a position shows nothing: too far, too vague, none at all, or the store's own is not known.
         * @enum {string}
         */
        CheckInFlag: "far" | "vague" | "noFix" | "storeUnplaced";
        /** CheckInForm */
        CheckInForm: {
            code?: string | null;
            /** @default  */
            note: string;
            reason?: components["schemas"]["CheckInReason"] | null;
        };
        /**
         * CheckInLook
         * @description Which check-ins a list of visits keeps: any flagged, one flag or way of them, or those that gave a reason.
         * @enum {string}
         */
        CheckInLook: "flagged" | "far" | "storeCode" | "neither" | "reasoned";
        /** CheckInOut */
        CheckInOut: {
            accuracyM: number | null;
            code: components["schemas"]["CodeVerdict"] | null;
            distanceM: number | null;
            flag: components["schemas"]["CheckInFlag"] | null;
            nearM: number;
            note: string;
            reason: components["schemas"]["CheckInReason"] | null;
            way: components["schemas"]["CheckInWay"];
        };
        /**
         * CheckInReason
         * @description What somebody says of why their position does not do.
         * @enum {string}
         */
        CheckInReason: "indoors" | "refused" | "storeElsewhere" | "other";
        /**
         * CheckInWay
         * @description What shows that somebody is at the store: their position, the store's code, or neither.
         * @enum {string}
         */
        CheckInWay: "position" | "storeCode" | "neither";
        /** ChecklistFile */
        ChecklistFile: {
            columns?: components["schemas"]["Columns"] | null;
            csv?: string | null;
            /** @default false */
            dryRun: boolean;
            headingRow?: number | null;
            ifVersion?: number | null;
            name?: components["schemas"]["Words"] | null;
            pictures?: {
                [key: string]: string;
            };
            sheet?: string | null;
            /** Format: uuid */
            templateId: string;
            xlsx?: string | null;
        };
        /** CheckpointAgreement */
        CheckpointAgreement: {
            agreement: components["schemas"]["AgreementOut"];
            key: string;
            title: components["schemas"]["Words"];
        };
        /** CheckpointDraft */
        CheckpointDraft: {
            answerType: components["schemas"]["AnswerType"];
            choices?: components["schemas"]["ChoiceDraft"][];
            condition?: components["schemas"]["Condition"] | null;
            criterion: components["schemas"]["Words"];
            /** @default false */
            critical: boolean;
            formats?: components["schemas"]["StoreFormat"][];
            hint?: components["schemas"]["Words"] | null;
            key?: string | null;
            live?: boolean | null;
            minAvailability?: number | null;
            /** @default 1 */
            minPhotos: number;
            noteRule?: components["schemas"]["NoteRule"];
            numberMax?: string | null;
            numberMin?: string | null;
            photoRule?: components["schemas"]["PhotoRule"];
            reference?: components["schemas"]["Words"] | null;
            referencePhotoId?: string | null;
            /** @default true */
            required: boolean;
            /** @default false */
            shelf: boolean;
            title: components["schemas"]["Words"];
            unit?: string | null;
            /** @default 1 */
            weight: number;
        };
        /** CheckpointOut */
        CheckpointOut: {
            answerType: components["schemas"]["AnswerType"];
            choices: components["schemas"]["ChoiceOut"][];
            condition: components["schemas"]["ConditionOut"] | null;
            criterion: components["schemas"]["Words"];
            critical: boolean;
            formats: components["schemas"]["StoreFormat"][];
            hint: components["schemas"]["Words"] | null;
            /** Format: uuid */
            id: string;
            key: string;
            live: boolean;
            minAvailability: number | null;
            minPhotos: number;
            noteRule: components["schemas"]["NoteRule"];
            numberMax: number | null;
            numberMin: number | null;
            photoRule: components["schemas"]["PhotoRule"];
            reference: components["schemas"]["Words"] | null;
            referencePhotoId: string | null;
            required: boolean;
            shelf: boolean;
            title: components["schemas"]["Words"];
            unit: string | null;
            weight: number;
        };
        /** ChoiceDraft */
        ChoiceDraft: {
            code: string;
            label: components["schemas"]["Words"];
            passes: boolean;
        };
        /** ChoiceOut */
        ChoiceOut: {
            code: string;
            label: components["schemas"]["Words"];
            passes: boolean;
        };
        /**
         * ClaimKind
         * @description What a store holds against a source.
         * @enum {string}
         */
        ClaimKind: "shortage" | "damage" | "return";
        /** ClaimOut */
        ClaimOut: {
            code: string;
            decidedAt: string | null;
            decidedByName: string | null;
            decisionNote: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["ClaimKind"];
            mayDecide: boolean;
            name: components["schemas"]["Words"];
            note: string;
            /** Format: date-time */
            openedAt: string;
            openedByName: string;
            /** Format: uuid */
            orderId: string;
            photoIds: string[];
            /** Format: uuid */
            productId: string;
            quantity: string;
            receiptId: string | null;
            settledCents: number | null;
            /** Format: uuid */
            sourceId: string;
            sourceName: string;
            state: components["schemas"]["ClaimState"];
            /** Format: uuid */
            storeId: string;
            storeName: string;
            unitName: components["schemas"]["Words"];
            valueCents: number;
            version: number;
        };
        /** ClaimRow */
        ClaimRow: {
            claimedCents: number;
            /** Format: date */
            day: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["ClaimKind"];
            /** Format: uuid */
            orderId: string;
            productCode: string;
            productName: components["schemas"]["Words"];
            quantity: string;
            settledCents: number | null;
            sourceName: string;
            state: components["schemas"]["ClaimState"];
            /** Format: uuid */
            storeId: string;
            storeName: string;
        };
        /** Claims */
        Claims: {
            claimedCents: number;
            claims: number;
            open: number;
            settledCents: number;
        };
        /**
         * ClaimState
         * @description Where a claim is: open → settled or refused.
         * @enum {string}
         */
        ClaimState: "open" | "settled" | "refused";
        /** CloseOrder */
        CloseOrder: {
            ifVersion?: number | null;
            reason: string;
        };
        /**
         * CodeVerdict
         * @description What a scanned code is: the store's, the one that it had before, or none of the store's.
         * @enum {string}
         */
        CodeVerdict: "valid" | "former" | "wrong";
        /** ColumnOut */
        ColumnOut: {
            field: string | null;
            heading: string;
            samples: string[];
            unknown: string[];
        };
        /** Columns */
        Columns: {
            fields: (string | null)[];
            words?: {
                [key: string]: {
                    [key: string]: string;
                };
            };
        };
        /** CommentOnTask */
        CommentOnTask: {
            /** Format: uuid */
            id: string;
            photos?: components["schemas"]["PhotoSpec"][];
            /** @default  */
            text: string;
        };
        /** CommentOut */
        CommentOut: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            byId: string;
            byName: string;
            /** Format: uuid */
            id: string;
            photos: string[];
            text: string;
        };
        /** Condition */
        Condition: {
            choices?: string[];
            key: string;
            outcomes?: components["schemas"]["PersonOutcome"][];
        };
        /** ConditionOut */
        ConditionOut: {
            choices: string[];
            key: string;
            outcomes: components["schemas"]["PersonOutcome"][];
        };
        /** ConfirmedLine */
        ConfirmedLine: {
            /** Format: uuid */
            productId: string;
            quantity: string;
        };
        /**
         * ConfirmedWhy
         * @description Why a source sends what it does: all that was ordered, a share where there is not enough, or its own word.
         *
         *         An adjusted share is what somebody made of it by hand, and says why.
         * @enum {string}
         */
        ConfirmedWhy: "in_full" | "shared" | "source" | "adjusted";
        /** ConfirmFactor */
        ConfirmFactor: {
            code: string;
        };
        /**
         * ContentType
         * @description The types that are taken, of still images and of spoken notes; everything else is refused at registration.
         * @enum {string}
         */
        ContentType: "image/jpeg" | "image/png" | "image/webp" | "audio/webm" | "audio/mp4";
        /** CopyTemplate */
        CopyTemplate: {
            /** Format: uuid */
            id: string;
            name: components["schemas"]["Words"];
        };
        /** CorrectBoxes */
        CorrectBoxes: {
            boxes: components["schemas"]["DrawnBox"][];
            ifVersion: number;
        };
        /** Correction */
        Correction: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            byId: string;
            byName: string;
        };
        /** CountAccuracy */
        CountAccuracy: {
            accuracy: components["schemas"]["counts_schemas_office_Accuracy"];
            /** Format: date-time */
            approvedAt: string;
            /** Format: uuid */
            countId: string;
            kind: components["schemas"]["CountKind"];
            /** Format: uuid */
            storeId: string;
            storeName: string;
            title: string;
        };
        /** CounterAccuracy */
        CounterAccuracy: {
            accuracy: components["schemas"]["counts_schemas_office_Accuracy"];
            /** Format: uuid */
            counterId: string;
            counterName: string;
        };
        /** CounterProgress */
        CounterProgress: {
            /** Format: uuid */
            counterId: string;
            counterName: string;
            /** Format: date-time */
            lastAt: string;
            lines: number;
            products: number;
            tags: number;
            /** Format: uuid */
            zoneId: string;
        };
        /** CountItem */
        CountItem: {
            approvedAt: string | null;
            gainCents: number | null;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["CountKind"];
            lossCents: number | null;
            /** Format: date-time */
            openedAt: string;
            productsCounted: number;
            /** Format: date-time */
            recordedAt: string;
            round: number;
            status: components["schemas"]["CountStatus"];
            /** Format: uuid */
            storeId: string;
            storeName: string;
            submittedAt: string | null;
            title: string;
            version: number;
            windowUntil: string | null;
            zones: number;
            zonesClosed: number;
        };
        /**
         * CountKind
         * @description What is counted: everything, some categories, a turn of the cycle, or what was found to be in doubt.
         * @enum {string}
         */
        CountKind: "full" | "category" | "cycle" | "spot";
        /** CountOut */
        CountOut: {
            approvedAt: string | null;
            approvedByName: string | null;
            cancelReason: string | null;
            categoryIds: string[];
            gainCents: number | null;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["CountKind"];
            lossCents: number | null;
            /** Format: date-time */
            openedAt: string;
            openedByName: string | null;
            productIds: string[];
            recountIds: string[];
            round: number;
            status: components["schemas"]["CountStatus"];
            /** Format: uuid */
            storeId: string;
            storeName: string;
            submittedAt: string | null;
            submittedByName: string | null;
            title: string;
            version: number;
            windowFrom: string | null;
            windowUntil: string | null;
            zones: components["schemas"]["ZoneOut"][];
        };
        /** Accuracy */
        counts_schemas_office_Accuracy: {
            bookCents: number;
            confirmed: number;
            counts: number;
            exact: number;
            products: number;
            recounts: number;
            varianceCents: number;
        };
        /** NameProduct */
        counts_schemas_review_NameProduct: {
            /** Format: uuid */
            productId: string;
        };
        /** LineForm */
        counts_schemas_take_LineForm: {
            barcode?: string | null;
            /** Format: date-time */
            countedAt: string;
            /** Format: uuid */
            id: string;
            /** @default  */
            note: string;
            photoIds?: string[];
            productId?: string | null;
            quantity: string;
            revision: number;
            round?: number | null;
            scans?: components["schemas"]["ScanForm"][];
            /** @default false */
            voided: boolean;
            /** Format: uuid */
            zoneId: string;
        };
        /**
         * CountStatus
         * @description open → submitted → approved; what differs too much is counted again by somebody else in between.
         * @enum {string}
         */
        CountStatus: "open" | "recount" | "submitted" | "approved" | "cancelled";
        /** Coverage */
        Coverage: {
            never: number;
            plannedOnly: number;
            stores: number;
            visited: number;
        };
        /** CoverOut */
        CoverOut: {
            /** Format: uuid */
            absentId: string;
            absentName: string;
            /** Format: uuid */
            coverId: string;
            coverName: string;
            endedAt: string | null;
            /** Format: date */
            firstDay: string;
            /** Format: uuid */
            id: string;
            /** Format: date */
            lastDay: string;
            left: number;
            visits: number;
        };
        /** CycleRuleOut */
        CycleRuleOut: {
            aDays: number;
            bDays: number;
            cDays: number;
            everyDays: number;
            products: number;
        };
        /** DatedDelivery */
        DatedDelivery: {
            /** Format: date */
            day: string;
            delivers: boolean | null;
        };
        /** DayFigures */
        DayFigures: {
            averageScore: number | null;
            /** Format: date */
            date: string;
            visits: number;
        };
        /** DayRow */
        DayRow: {
            /** Format: uuid */
            categoryId: string;
            categoryName: components["schemas"]["Words"];
            costCents: number;
            /** Format: date */
            day: string;
            outDays: number;
            outHundredths: number;
            perishedCents: number;
            productDays: number;
            salesCents: number;
            stockCents: number;
            /** Format: uuid */
            storeId: string;
            storeName: string;
            wasteCents: number;
        };
        /** DecideAnswer */
        DecideAnswer: {
            note?: string | null;
            outcome: components["schemas"]["PersonOutcome"];
        };
        /** DecideClaim */
        DecideClaim: {
            ifVersion: number;
            /** @default  */
            note: string;
            settled: boolean;
            settledCents?: number | null;
        };
        /** DecideDispute */
        DecideDispute: {
            granted: boolean;
            note: string;
            outcome?: components["schemas"]["GrantedOutcome"] | null;
        };
        /** DecidedOrder */
        DecidedOrder: {
            code: string | null;
            decided: boolean;
            /** Format: uuid */
            id: string;
            message: string | null;
            state: components["schemas"]["OrderState"] | null;
        };
        /** DecidedRow */
        DecidedRow: {
            /** Format: date */
            day: string;
            /** Format: date-time */
            decidedAt: string;
            decidedByName: string | null;
            escalated: boolean;
            /** Format: uuid */
            orderId: string;
            sourceName: string;
            /** Format: uuid */
            storeId: string;
            storeName: string;
            /** Format: date-time */
            submittedAt: string;
            totalCents: number;
            waitedS: number;
        };
        /** DecideOrder */
        DecideOrder: {
            decision: components["schemas"]["Decision"];
            ifVersion?: number | null;
            lines?: components["schemas"]["ApprovedLine"][];
            /** @default  */
            reason: string;
        };
        /** DecideOrders */
        DecideOrders: {
            decision: components["schemas"]["Decision"];
            ids: string[];
            /** @default  */
            reason: string;
        };
        /** DecideTransfers */
        DecideTransfers: {
            approved: boolean;
            /** @default  */
            reason: string;
            transfers: components["schemas"]["TransferVersion"][];
        };
        /** DecideWaste */
        DecideWaste: {
            approved: boolean;
            ifVersion: number;
            /** @default  */
            note: string;
        };
        /**
         * Decision
         * @description What an approver says to an order: yes, do it over, or no.
         * @enum {string}
         */
        Decision: "approve" | "return" | "refuse";
        /**
         * Declined
         * @description What a repeated finding asked for in vain: somebody who may not answer there, a time that is no sooner.
         * @enum {string}
         */
        Declined: "person" | "due";
        /** Deliveries */
        Deliveries: {
            deliveries: number;
            onTime: number;
            onTimeRate: number | null;
        };
        /** DeliveriesDue */
        DeliveriesDue: {
            items: components["schemas"]["DeliveryDueOut"][];
        };
        /** DeliveryDayOut */
        DeliveryDayOut: {
            /** Format: date */
            day: string;
            delivers: boolean;
        };
        /** DeliveryDueOut */
        DeliveryDueOut: {
            expectedAt: string | null;
            /** Format: date */
            expectedOn: string;
            fromWarehouse: boolean;
            lines: number;
            number: number | null;
            /** Format: uuid */
            orderId: string;
            shipmentId: string | null;
            sourceName: string;
            state: components["schemas"]["OrderState"];
        };
        /** DeliveryOut */
        DeliveryOut: {
            /** Format: uuid */
            accountId: string;
            accountName: string;
            /** Format: date-time */
            at: string;
            attempts: number;
            bundle: number;
            channel: components["schemas"]["Channel"];
            deliveredAt: string | null;
            deviceName: string | null;
            /** Format: date-time */
            dueAt: string;
            error: string | null;
            finishedAt: string | null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            notificationId: string;
            reason: components["schemas"]["notifications_models_Reason"] | null;
            state: components["schemas"]["DeliveryState"];
            statusCode: number | null;
            title: components["schemas"]["Words"];
            urgent: boolean;
        };
        /** DeliveryRef */
        DeliveryRef: {
            /** Format: uuid */
            id: string;
        };
        /** DeliveryRow */
        DeliveryRow: {
            /** Format: date */
            day: string;
            /** Format: date */
            expectedOn: string;
            /** Format: uuid */
            id: string;
            number: number;
            onTime: boolean;
            /** Format: uuid */
            orderId: string;
            /** Format: date */
            receivedOn: string;
            sourceName: string;
            /** Format: uuid */
            storeId: string;
            storeName: string;
        };
        /**
         * DeliveryState
         * @description How far one notification came on one channel.
         *
         *         `sent` was taken by the provider, `delivered` shown by the device or confirmed by the receiver; `gone` means that
         *         the address is no more, `suppressed` that there was a reason not to send, `expired` that it was too late to.
         * @enum {string}
         */
        DeliveryState: "queued" | "sent" | "delivered" | "failed" | "gone" | "suppressed" | "expired";
        /** DeskOrder */
        DeskOrder: {
            acceptedAt: string | null;
            budgetCents: number | null;
            cancelledAt: string | null;
            closedAt: string | null;
            /** Format: date-time */
            cutOffAt: string;
            /** Format: date */
            day: string;
            decidedAt: string | null;
            decidedByName: string | null;
            expectedOn: string | null;
            explained: number;
            hits: components["schemas"]["HitOut"][];
            /** Format: uuid */
            id: string;
            leastCents: number;
            level: components["schemas"]["ApprovalLevel"] | null;
            mayDecide: boolean;
            missing: number;
            note: string;
            /** Format: date-time */
            openedAt: string;
            openedByName: string;
            reason: string;
            receivedAt: string | null;
            shippedAt: string | null;
            /** Format: uuid */
            sourceId: string;
            sourceName: string;
            state: components["schemas"]["OrderState"];
            storeCode: string;
            /** Format: uuid */
            storeId: string;
            storeName: string;
            submittedAt: string | null;
            submittedBy: string | null;
            submittedByName: string | null;
            totals: components["schemas"]["OrderTotals"];
            urgent: boolean;
            version: number;
            waitedS: number;
            waitsSince: string | null;
        };
        /** Detection */
        Detection: {
            availability: number | null;
            gaps: number | null;
            outcome: components["schemas"]["ModelOutcome"] | null;
            /** @enum {string} */
            state: "pending" | "read" | "unsure" | "failed" | "refused";
        };
        /**
         * DeviationReason
         * @description Why a store orders much more or less than was suggested.
         * @enum {string}
         */
        DeviationReason: "local_event" | "weather" | "promotion" | "customer_order" | "sells_otherwise" | "stock_is_wrong" | "no_space" | "quality" | "other";
        /** Device */
        Device: {
            /** @default  */
            name: string;
        };
        /**
         * DifferenceReason
         * @description Why less arrived than was sent.
         * @enum {string}
         */
        DifferenceReason: "not_loaded" | "damaged" | "lost" | "other";
        /**
         * Dimension
         * @description What a store's health is made of.
         * @enum {string}
         */
        Dimension: "inspection" | "rectification" | "availability" | "stock" | "freshness" | "self_checks";
        /** DimensionOut */
        DimensionOut: {
            count: number;
            days: number;
            dimension: components["schemas"]["Dimension"];
            /** Format: date */
            first: string;
            latestAt: string | null;
            part: number;
            points: number | null;
            weight: number;
            whole: number;
        };
        /** DisputeDetail */
        DisputeDetail: {
            answer: components["schemas"]["AnswerOut"];
            /** Format: uuid */
            checkpointId: string;
            criterion: components["schemas"]["Words"];
            critical: boolean;
            decidable: boolean;
            decidedAt: string | null;
            decidedByName: string | null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            inspectorId: string;
            inspectorName: string;
            note: string | null;
            outcome: components["schemas"]["GrantedOutcome"] | null;
            photos: string[];
            /** Format: date-time */
            raisedAt: string;
            /** Format: uuid */
            raisedById: string;
            raisedByName: string;
            reason: components["schemas"]["DisputeReason"];
            /** Format: date-time */
            recordedAt: string;
            score: number | null;
            scoreAfter: number | null;
            scoreBefore: number | null;
            status: components["schemas"]["DisputeStatus"];
            /** Format: uuid */
            storeId: string;
            storeName: string;
            templateName: components["schemas"]["Words"];
            text: string;
            title: components["schemas"]["Words"];
            /** Format: date */
            visitDate: string;
            /** Format: uuid */
            visitId: string;
            weight: number;
        };
        /** DisputeFinding */
        DisputeFinding: {
            /** Format: uuid */
            checkpointId: string;
            /** Format: uuid */
            id: string;
            photos?: components["schemas"]["PhotoSpec"][];
            reason: components["schemas"]["DisputeReason"];
            /** @default  */
            text: string;
        };
        /** DisputeItem */
        DisputeItem: {
            /** Format: uuid */
            checkpointId: string;
            critical: boolean;
            decidable: boolean;
            decidedAt: string | null;
            decidedByName: string | null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            inspectorId: string;
            inspectorName: string;
            note: string | null;
            outcome: components["schemas"]["GrantedOutcome"] | null;
            photos: string[];
            /** Format: date-time */
            raisedAt: string;
            /** Format: uuid */
            raisedById: string;
            raisedByName: string;
            reason: components["schemas"]["DisputeReason"];
            /** Format: date-time */
            recordedAt: string;
            score: number | null;
            scoreAfter: number | null;
            scoreBefore: number | null;
            status: components["schemas"]["DisputeStatus"];
            /** Format: uuid */
            storeId: string;
            storeName: string;
            templateName: components["schemas"]["Words"];
            text: string;
            title: components["schemas"]["Words"];
            /** Format: date */
            visitDate: string;
            /** Format: uuid */
            visitId: string;
        };
        /** DisputeOut */
        DisputeOut: {
            /** Format: uuid */
            checkpointId: string;
            decidedAt: string | null;
            decidedByName: string | null;
            /** Format: uuid */
            id: string;
            note: string | null;
            outcome: components["schemas"]["GrantedOutcome"] | null;
            photos: string[];
            /** Format: date-time */
            raisedAt: string;
            /** Format: uuid */
            raisedById: string;
            raisedByName: string;
            reason: components["schemas"]["DisputeReason"];
            scoreAfter: number | null;
            scoreBefore: number | null;
            status: components["schemas"]["DisputeStatus"];
            text: string;
            /** Format: uuid */
            visitId: string;
        };
        /**
         * DisputeReason
         * @description Why a store does not agree with a finding.
         * @enum {string}
         */
        DisputeReason: "notAsSeen" | "mendedThere" | "notOurs" | "standardUnclear" | "other";
        /**
         * DisputeStatus
         * @description open → upheld (the finding stays) or granted (it falls).
         * @enum {string}
         */
        DisputeStatus: "open" | "upheld" | "granted";
        /**
         * Division
         * @description What a place is; `none` where a set has too few of all, so that nothing of it is held out yet.
         * @enum {string}
         */
        Division: "store" | "shelf" | "day" | "none";
        /**
         * Doubt
         * @description What makes a capture record worth a second look; it is told, and stops nothing.
         * @enum {string}
         */
        Doubt: "time_apart" | "place_apart" | "poor_fix";
        /** DrawnBox */
        DrawnBox: {
            label: components["schemas"]["Label"];
            /** @default 1 */
            score: number;
            x0: number;
            x1: number;
            y0: number;
            y1: number;
        };
        /** DriftAlert */
        DriftAlert: {
            ended: components["schemas"]["DriftEnd"] | null;
            endedAt: string | null;
            figure: number;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["DriftKind"];
            modelVersion: string;
            photos: number;
            /** Format: date-time */
            recordedAt: string;
            storeId: string | null;
            storeName: string | null;
            usual: number;
        };
        /**
         * DriftEnd
         * @description Why an alert is over.
         * @enum {string}
         */
        DriftEnd: "recovered" | "new_model";
        /**
         * DriftKind
         * @description What changed: the scores of a class of boxes, or how often a store's photos are corrected.
         * @enum {string}
         */
        DriftKind: "product_scores" | "gap_scores" | "corrections";
        /**
         * DropReason
         * @description Why a product that a store wanted could not be ordered any more when it submitted.
         * @enum {string}
         */
        DropReason: "discontinued" | "not_offered" | "not_carried";
        /** EndedLot */
        EndedLot: {
            /** Format: date */
            expiresOn: string;
            handled: boolean;
            left: string;
            lotCode: string;
            /** Format: uuid */
            lotId: string;
            productCode: string;
            /** Format: uuid */
            productId: string;
            productName: components["schemas"]["Words"];
            step: components["schemas"]["LotStepKind"] | null;
            /** Format: uuid */
            storeId: string;
            storeName: string;
            unit: string;
            unitName: components["schemas"]["Words"];
        };
        /** EndingOut */
        EndingOut: {
            code: string;
            daysLeft: number;
            /** Format: date */
            expiresOn: string;
            lotCode: string;
            name: components["schemas"]["Words"];
            /** Format: uuid */
            productId: string;
            quantity: string | null;
        };
        /** EndRecall */
        EndRecall: {
            ifVersion: number;
            reason: string;
        };
        /** EnterSignal */
        EnterSignal: {
            categoryIds?: string[];
            /** Format: date */
            firstDay: string;
            id?: string | null;
            kind: components["schemas"]["SignalKind"];
            /** Format: date */
            lastDay: string;
            /** @default  */
            name: string;
            /** @default  */
            note: string;
            placeIds?: string[];
            productIds?: string[];
            uplift: number;
        };
        /**
         * EntityKind
         * @description What a legal entity is to the chain: the company, a branch of it (分公司), or a franchisee (加盟商).
         * @enum {string}
         */
        EntityKind: "company" | "branch" | "franchisee";
        /** ExpectedDay */
        ExpectedDay: {
            /** Format: date */
            day: string;
            quantity: number;
        };
        /** ExpiringLot */
        ExpiringLot: {
            backRoom: string | null;
            daysLeft: number;
            /** Format: date */
            expiresOn: string;
            freshness: components["schemas"]["Freshness"];
            lotCode: string;
            /** Format: uuid */
            lotId: string;
            priceCents: number;
            producedOn: string | null;
            productCode: string;
            /** Format: uuid */
            productId: string;
            productName: components["schemas"]["Words"];
            quantity: string | null;
            shelf: string | null;
            step: components["schemas"]["LotStepOut"] | null;
            /** Format: uuid */
            storeId: string;
            storeName: string;
            unit: string;
            unitName: components["schemas"]["Words"];
        };
        /** ExpiryMeasure */
        ExpiryMeasure: {
            expired: number;
            handled: number;
            lots: number;
            wastedCents: number;
        };
        /** ExportLink */
        ExportLink: {
            /** Format: date-time */
            expiresAt: string;
            url: string;
        };
        /** ExportOut */
        ExportOut: {
            boxes: number | null;
            counts: components["schemas"]["SetCounts"] | null;
            digest: string | null;
            finishedAt: string | null;
            /** Format: uuid */
            id: string;
            number: number | null;
            photos: number | null;
            /** Format: date-time */
            recordedAt: string;
            requestedBy: string;
            size: number | null;
            state: components["schemas"]["ExportState"];
        };
        /**
         * ExportState
         * @description How far an export of labels has come.
         * @enum {string}
         */
        ExportState: "pending" | "ready" | "failed";
        /** ExtraGoods */
        ExtraGoods: {
            /** @default  */
            code: string;
            productId?: string | null;
            quantity: string;
        };
        /** FactorBegun */
        FactorBegun: {
            link: string;
            secret: string;
        };
        /** FactorOut */
        FactorOut: {
            confirmedAt: string | null;
            recoveryCodesLeft: number;
            required: boolean;
            rule: components["schemas"]["FactorRule"];
        };
        /**
         * FactorRule
         * @description Whether people log in with a second factor.
         * @enum {string}
         */
        FactorRule: "off" | "optional" | "required";
        /** FailedCheckpoint */
        FailedCheckpoint: {
            critical: boolean;
            key: string;
            title: components["schemas"]["Words"];
        };
        /** Fault */
        Fault: {
            /** Format: uuid */
            answerId: string;
            before: string | null;
            checkpointKey: string;
            critical: boolean;
            /** Format: date */
            day: string;
            /** Format: uuid */
            inspectionId: string;
            repeat30: boolean;
            title: components["schemas"]["Words"];
        };
        /** FaultCounts */
        FaultCounts: {
            critical: number;
            fails: number;
            repeats30: number;
            repeats90: number;
        };
        /**
         * FaultKind
         * @description Who has to act: a rule refused, the database or another service did not answer well, or our own code failed.
         * @enum {string}
         */
        FaultKind: "refused" | "database" | "service" | "defect";
        /** FieldOut */
        FieldOut: {
            field: string;
            hint: string;
            label: string;
            options: string[];
            required: boolean;
        };
        /** FigureOut */
        FigureOut: {
            channel: components["schemas"]["Channel"];
            delivered: number;
            failed: number;
            queued: number;
            sent: number;
            suppressed: number;
        };
        /** FiguresOut */
        FiguresOut: {
            channels: components["schemas"]["FigureOut"][];
            days: number;
        };
        /** FillRate */
        FillRate: {
            fillRate: number | null;
            fullLines: number;
            fullRate: number | null;
            lines: number;
            orderedCents: number;
            receivedCents: number;
        };
        /** FindingOut */
        FindingOut: {
            /** Format: date-time */
            at: string;
            byName: string | null;
            /** Format: uuid */
            id: string;
            inspectionId: string | null;
            marks: components["schemas"]["PhotoMarks"][];
            note: string;
            photos: string[];
            products: components["schemas"]["NamedProduct"][];
            voiceId: string | null;
        };
        /**
         * Freshness
         * @description How a lot stands on a day; its last day is still a good one.
         * @enum {string}
         */
        Freshness: "sound" | "near" | "expired";
        /** FulfilledLineOut */
        FulfilledLineOut: {
            asked: string | null;
            code: string;
            confirmed: string | null;
            name: components["schemas"]["Words"];
            need: string | null;
            note: string;
            open: string;
            packQuantity: string;
            perishes: boolean;
            /** Format: uuid */
            productId: string;
            quantity: string;
            ready: string | null;
            received: string;
            shipped: string;
            there: string | null;
            toShip: string;
            unitName: components["schemas"]["Words"];
            why: components["schemas"]["ConfirmedWhy"] | null;
        };
        /** FulfilmentOut */
        FulfilmentOut: {
            acceptedAt: string | null;
            acceptedByName: string | null;
            claims: components["schemas"]["ClaimOut"][];
            closedAt: string | null;
            /** Format: date */
            day: string;
            expectedOn: string | null;
            fromWarehouse: boolean;
            /** Format: uuid */
            id: string;
            lines: components["schemas"]["FulfilledLineOut"][];
            mayClose: boolean;
            mayFulfil: boolean;
            mayReceive: boolean;
            note: string;
            overPercent: number;
            reason: string;
            receipts: components["schemas"]["OrderReceiptOut"][];
            shipments: components["schemas"]["ShipmentOut"][];
            /** Format: uuid */
            sourceId: string;
            sourceName: string;
            state: components["schemas"]["OrderState"];
            storeCode: string;
            /** Format: uuid */
            storeId: string;
            storeName: string;
            urgent: boolean;
            version: number;
            warehouseId: string | null;
        };
        /** GapsOut */
        GapsOut: {
            regions: components["schemas"]["RegionGap"][];
            stores: components["schemas"]["StoreGap"][];
        };
        /** GiveAnswer */
        GiveAnswer: {
            choice?: string | null;
            dueAt?: string | null;
            ifVersion?: number | null;
            missingProductIds?: string[];
            note?: string | null;
            number?: string | null;
            outcome?: components["schemas"]["PersonOutcome"] | null;
            photos?: components["schemas"]["MarkedPhoto"][];
            productsSeen?: components["schemas"]["ProductSeen"][];
            responsibleId?: string | null;
            text?: string | null;
            voice?: components["schemas"]["PhotoSpec"] | null;
        };
        /** GivePasswords */
        GivePasswords: {
            accountIds: string[];
        };
        /** GoneOut */
        GoneOut: {
            code: string;
            name: components["schemas"]["Words"];
            /** Format: uuid */
            productId: string;
            /** Format: date-time */
            since: string;
        };
        /**
         * GrantedOutcome
         * @description What a finding comes to after a granted dispute.
         * @enum {string}
         */
        GrantedOutcome: "pass" | "notApplicable";
        /** GrantForm */
        GrantForm: {
            /** Format: uuid */
            nodeId: string;
            role: string;
        };
        /** GrantOut */
        GrantOut: {
            /** Format: uuid */
            nodeId: string;
            nodeKind: string;
            nodeName: string;
            role: string;
        };
        /** HandOver */
        HandOver: {
            ifVersion: number;
            /** Format: uuid */
            inspectorId: string;
        };
        /** Health */
        Health: {
            database: string;
            detector: string;
            jobs: string;
            objects: string;
            status: string;
            version: string;
        };
        /** HealthList */
        HealthList: {
            /** Format: date */
            last: string;
            stores: components["schemas"]["StoreHealth"][];
        };
        /** HealthRuleOut */
        HealthRuleOut: {
            availability: number;
            freshness: number;
            inspection: number;
            rectification: number;
            selfChecks: number;
            stock: number;
            version: number;
        };
        /** HeatAnswer */
        HeatAnswer: {
            checkpointKey: string;
            critical: boolean;
            /** Format: date */
            day: string;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            inspectionId: string;
            inspectorName: string | null;
            marks: components["schemas"]["PhotoMarks"][];
            note: string | null;
            outcome: components["schemas"]["Outcome"];
            photoIds: string[];
            /** Format: uuid */
            storeId: string;
            storeName: string;
            title: components["schemas"]["Words"];
            weight: number;
        };
        /** HeatColumn */
        HeatColumn: {
            critical: boolean;
            key: string;
            section: string;
            sectionTitle: components["schemas"]["Words"];
            templateName: components["schemas"]["Words"];
            title: components["schemas"]["Words"];
        };
        /**
         * HeatColumns
         * @description What the map has a column for.
         * @default checkpoint
         * @enum {string}
         */
        HeatColumns: "checkpoint" | "section";
        /**
         * HeatRows
         * @description What the map has a row for.
         * @default store
         * @enum {string}
         */
        HeatRows: "store" | "region";
        /** HitOut */
        HitOut: {
            kind: components["schemas"]["RuleKind"];
            level: components["schemas"]["ApprovalLevel"];
            measured: number;
            name: string;
            over: number;
        };
        /** ImportOut */
        ImportOut: {
            applied: boolean;
            created: number;
            errorCount: number;
            errors: components["schemas"]["RowFault"][];
            summary: string;
            unchanged: number;
            updated: number;
        };
        /** IngestOut */
        IngestOut: {
            accepted: number;
            conflicts: components["schemas"]["ReceiptConflict"][];
            parked: number;
            repeated: number;
        };
        /** InspectionRuleOut */
        InspectionRuleOut: {
            nearM: number;
            visitsADay: number;
        };
        /** InspectorDay */
        InspectorDay: {
            /** Format: date */
            day: string;
            visits: number;
        };
        /** InspectorLoad */
        InspectorLoad: {
            days: components["schemas"]["InspectorDay"][];
            /** Format: uuid */
            id: string;
            name: string;
        };
        /** InspectorResults */
        InspectorResults: {
            checkpoints: components["schemas"]["CheckpointAgreement"][];
            coverage: components["schemas"]["Coverage"];
            enough: number;
            /** Format: date */
            first: string;
            inspectors: components["schemas"]["InspectorRow"][];
            /** Format: date */
            last: string;
            selfChecks: components["schemas"]["AgreementOut"];
        };
        /** InspectorRow */
        InspectorRow: {
            againstEnough: boolean;
            againstOthers: number | null;
            /** Format: uuid */
            id: string;
            inStoreMinutes: number | null;
            meanScore: number | null;
            model: components["schemas"]["analytics_inspectors_outputs_ModelUse"];
            name: string;
            onWayMinutes: number | null;
            onWayShare: number | null;
            secondLook: components["schemas"]["AgreementOut"];
            sharedVisits: number;
            stores: number;
            visits: number;
            visitsAWeek: number;
            ways: number;
        };
        /** IssueToken */
        IssueToken: {
            expiresAt?: string | null;
            name: string;
            scopes: string[];
        };
        /** ItemTransfer */
        ItemTransfer: {
            otherStoreName: string;
            outgoing: boolean;
            quantity: string;
            status: components["schemas"]["TransferStatus"];
            /** Format: uuid */
            transferId: string;
        };
        /** JobFault */
        JobFault: {
            kind: components["schemas"]["FaultKind"];
            rule: string | null;
            type: string;
        };
        /** JobOut */
        JobOut: {
            attempts: number;
            /** Format: date-time */
            enqueuedAt: string;
            fault: components["schemas"]["JobFault"] | null;
            id: number;
            name: string;
            payload: unknown;
            /** Format: date-time */
            runAfter: string;
            state: string;
        };
        /** KeepMapping */
        KeepMapping: {
            columns: components["schemas"]["Columns"];
            headings: string[];
            kind: components["schemas"]["SheetKind"];
            name?: string | null;
        };
        /**
         * Label
         * @description What a box holds.
         * @enum {string}
         */
        Label: "product" | "gap";
        /** LackRow */
        LackRow: {
            expectedOn: string | null;
            /** Format: uuid */
            orderId: string;
            quantity: string;
            storeCode: string;
            storeName: string;
        };
        /** LastAnswer */
        LastAnswer: {
            /** Format: date-time */
            at: string;
            kind: components["schemas"]["VisitKind"];
            marks: components["schemas"]["PhotoMarks"][];
            note: string | null;
            outcome: components["schemas"]["Outcome"];
            photos: string[];
            value: components["schemas"]["AnswerValue"];
        };
        /** LastOrder */
        LastOrder: {
            /** Format: date */
            day: string;
            quantity: string;
        };
        /** LegalEntityOut */
        LegalEntityOut: {
            creditCode: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["EntityKind"];
            name: string;
            version: number;
        };
        /**
         * LibraryCategory
         * @description The side of a store that checkpoints are about, in the order in which one walks it.
         * @enum {string}
         */
        LibraryCategory: "entrance" | "display" | "price" | "freshness" | "hygiene" | "coldChain" | "service" | "safety";
        /** LibraryPart */
        LibraryPart: {
            category: components["schemas"]["LibraryCategory"];
            checkpoints: components["schemas"]["CheckpointDraft"][];
            title: components["schemas"]["Words"];
        };
        /**
         * LineKind
         * @description Which lines: those compared with what was needed, those of them that were changed, or all that were ordered.
         * @default compared
         * @enum {string}
         */
        LineKind: "compared" | "changed" | "ordered";
        /** LineOut */
        LineOut: {
            barcode: string | null;
            begunAt: string | null;
            /** Format: date-time */
            countedAt: string;
            /** Format: uuid */
            countedBy: string;
            countedByName: string;
            /** Format: uuid */
            id: string;
            note: string;
            photoIds: string[];
            productCode: string | null;
            productId: string | null;
            productName: components["schemas"]["Words"] | null;
            quantity: string;
            revision: number;
            round: number;
            scans: components["schemas"]["ScanOut"][];
            tags: number;
            voided: boolean;
            /** Format: uuid */
            zoneId: string;
            zoneName: string;
        };
        /** LineRow */
        LineRow: {
            /** Format: date */
            day: string;
            humanBiasCents: number | null;
            humanErrorCents: number | null;
            /** Format: date */
            lastDay: string;
            lost: string | null;
            needed: string | null;
            neededCents: number | null;
            ordered: string;
            orderedCents: number;
            /** Format: uuid */
            orderId: string;
            productCode: string;
            /** Format: uuid */
            productId: string;
            productName: components["schemas"]["Words"];
            reason: components["schemas"]["DeviationReason"] | null;
            received: string;
            receivedCents: number;
            size: components["schemas"]["ChangeSize"] | null;
            sourceName: string;
            /** Format: uuid */
            storeId: string;
            storeName: string;
            suggested: string | null;
            systemBiasCents: number | null;
            systemErrorCents: number | null;
            unitName: components["schemas"]["Words"];
        };
        /** LinesSet */
        LinesSet: {
            budgetCents: number | null;
            /** Format: uuid */
            id: string;
            state: components["schemas"]["OrderState"];
            totals: components["schemas"]["OrderTotals"];
            version: number;
        };
        /** LinesTaken */
        LinesTaken: {
            known: number;
            refused: components["schemas"]["RefusedLine"][];
            tags?: components["schemas"]["TagsTaken"] | null;
            taken: number;
        };
        /** ListedVisit */
        ListedVisit: {
            answered: number;
            checkInDistanceM: number | null;
            checkInFlag: components["schemas"]["CheckInFlag"] | null;
            checkInReason: components["schemas"]["CheckInReason"] | null;
            checkInWay: components["schemas"]["CheckInWay"] | null;
            dueAt: string | null;
            /** Format: uuid */
            id: string;
            inspectorId: string | null;
            inspectorName: string | null;
            kind: components["schemas"]["VisitKind"];
            lastScore: number | null;
            needsPerson: number;
            openDisputes: number;
            openTasks: number;
            pending: number;
            /** Format: date */
            plannedFor: string;
            /** Format: date-time */
            recordedAt: string;
            reinspectsId: string | null;
            scheduleId: string | null;
            score: number | null;
            signedAt: string | null;
            signUntil: string | null;
            startedAt: string | null;
            status: components["schemas"]["VisitStatus"];
            storeFormat: components["schemas"]["StoreFormat"] | null;
            /** Format: uuid */
            storeId: string;
            storeName: string;
            submittedAt: string | null;
            /** Format: uuid */
            templateId: string;
            templateName: components["schemas"]["Words"];
            /** Format: uuid */
            templateVersionId: string;
            total: number;
            unannounced: boolean;
            version: number;
            windowFrom: string | null;
        };
        /**
         * ListScope
         * @description Which visits a list shows: of the store's current day, not finished, of days that have begun, or every one.
         * @default all
         * @enum {string}
         */
        ListScope: "today" | "open" | "soFar" | "all";
        /** LogIn */
        LogIn: {
            code?: string | null;
            device?: components["schemas"]["Device"] | null;
            newPassword?: string | null;
            organization?: string | null;
            password: string;
            username: string;
        };
        /** LotForm */
        LotForm: {
            code: string;
            expiresOn?: string | null;
            producedOn?: string | null;
        };
        /** LotLeft */
        LotLeft: {
            expiresOn: string | null;
            lotCode: string | null;
            quantity: string;
        };
        /** LotOut */
        LotOut: {
            blocked: boolean;
            expiresOn: string | null;
            lotCode: string | null;
            lotId: string | null;
            place: components["schemas"]["PlaceKind"];
            placeCode: string;
            placeId: string | null;
            placeName: string;
            producedOn: string | null;
            quantity: string;
            withdrawn: boolean;
        };
        /**
         * LotStepKind
         * @description What was done about a lot that expires soon: its price cut, taken off the shelf, thrown away.
         * @enum {string}
         */
        LotStepKind: "marked_down" | "withdrawn" | "wasted";
        /** LotStepOut */
        LotStepOut: {
            kind: components["schemas"]["LotStepKind"];
            priceCents: number | null;
            /** Format: date-time */
            takenAt: string;
            takenByName: string;
        };
        /** ManyReviewed */
        ManyReviewed: {
            products: number;
        };
        /** MappedFile */
        MappedFile: {
            columns?: components["schemas"]["Columns"] | null;
            csv?: string | null;
            /** @default false */
            dryRun: boolean;
            headingRow?: number | null;
            sheet?: string | null;
            xlsx?: string | null;
        };
        /** MappedOut */
        MappedOut: {
            applied: boolean;
            created: number;
            errorCount: number;
            errors: components["schemas"]["RowFault"][];
            reading?: components["schemas"]["SheetReading"] | null;
            summary: string;
            unchanged: number;
            updated: number;
            waiting?: string[];
        };
        /** MappingOut */
        MappingOut: {
            /** Format: date-time */
            changedAt: string;
            fields: string[];
            headings: string[];
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["SheetKind"];
            name: string;
            version: number;
            words: {
                [key: string]: {
                    [key: string]: string;
                };
            };
        };
        /** Mark */
        Mark: {
            kind: components["schemas"]["MarkKind"];
            text?: string | null;
            toX?: number | null;
            toY?: number | null;
            x: number;
            y: number;
        };
        /** MarkedPhoto */
        MarkedPhoto: {
            /** Format: uuid */
            id: string;
            marks?: components["schemas"]["Mark"][];
            sha256: string;
            size: number;
        };
        /**
         * MarkKind
         * @description What a person draws.
         * @enum {string}
         */
        MarkKind: "arrow" | "circle" | "text";
        /** Me */
        Me: {
            account: components["schemas"]["AccountRef"];
            /** @default  */
            csrf: string;
            homeStoreId: string | null;
            organization: components["schemas"]["OrganizationRef"];
            permissions: string[];
            recoveryCodes?: string[];
        };
        /** MeasuredPhoto */
        MeasuredPhoto: {
            availability: number;
            corrected: boolean;
            /** Format: date */
            day: string;
            facings: number;
            gaps: number;
            inspectionId: string | null;
            marks: components["schemas"]["Mark"][];
            /** Format: uuid */
            photoId: string;
            /** Format: date-time */
            recordedAt: string;
            regionName: string;
            shelf: string;
            /** Format: uuid */
            storeId: string;
            storeName: string;
            title: components["schemas"]["Words"];
        };
        /** MissingStore */
        MissingStore: {
            orderId: string | null;
            state: components["schemas"]["OrderState"] | null;
            storeCode: string;
            /** Format: uuid */
            storeId: string;
            storeName: string;
        };
        /**
         * MissingWhy
         * @description Why goods that were shipped are not there: lost on the way, or never loaded.
         * @enum {string}
         */
        MissingWhy: "lost" | "not_loaded";
        /**
         * ModelOutcome
         * @description What a measured shelf comes to.
         * @enum {string}
         */
        ModelOutcome: "pass" | "fail";
        /** ModelSight */
        ModelSight: {
            availability: number | null;
            boxes: components["schemas"]["Box"][];
            facings: number | null;
            gaps: number | null;
            state: components["schemas"]["ReadingState"];
        };
        /** ModelWatch */
        ModelWatch: {
            alerts: components["schemas"]["DriftAlert"][];
            checks: components["schemas"]["ScoreCheck"][];
            current: string | null;
            psiWatched: number;
            versions: components["schemas"]["shelves_drift_schemas_ModelUse"][];
        };
        /** MoveOut */
        MoveOut: {
            actorName: string | null;
            belowZero: boolean;
            /** Format: date */
            businessDate: string;
            cause: components["schemas"]["Cause"];
            /** Format: uuid */
            causeId: string;
            direction: number;
            fromKind: components["schemas"]["PlaceKind"];
            fromName: string;
            /** Format: uuid */
            id: string;
            lotCode: string | null;
            /** Format: date-time */
            occurredAt: string;
            quantity: string;
            /** Format: date-time */
            recordedAt: string;
            toKind: components["schemas"]["PlaceKind"];
            toName: string;
            valueCents: number;
        };
        /** MoveVisit */
        MoveVisit: {
            /** Format: date */
            day: string;
            ifVersion: number;
        };
        /** NamedOut */
        NamedOut: {
            lines: number;
            posted: number;
        };
        /** NamedProduct */
        NamedProduct: {
            code: string;
            expiresOn: string | null;
            /** Format: uuid */
            id: string;
            lotCode: string | null;
            name: components["schemas"]["Words"];
            quantity: string | null;
            unitName: components["schemas"]["Words"];
        };
        /** NewTask */
        NewTask: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            storeId: string;
        };
        /** NewTemplate */
        NewTemplate: {
            /** @default 60 */
            criticalCap: string;
            formats?: components["schemas"]["StoreFormat"][];
            id?: string | null;
            name: components["schemas"]["Words"];
            sections: components["schemas"]["SectionDraft"][];
        };
        /** NewTemplateVersion */
        NewTemplateVersion: {
            /** @default 60 */
            criticalCap: string;
            formats?: components["schemas"]["StoreFormat"][];
            ifVersion: number;
            name: components["schemas"]["Words"];
            sections: components["schemas"]["SectionDraft"][];
        };
        /**
         * NodeKind
         * @description What a place in the scope tree is.
         * @enum {string}
         */
        NodeKind: "organization" | "region" | "store";
        /** NodeOut */
        NodeOut: {
            /** Format: uuid */
            id: string;
            kind: string;
            name: string;
            parentId: string | null;
        };
        /**
         * NoteRule
         * @description When a checkpoint's answer needs a note.
         * @default none
         * @enum {string}
         */
        NoteRule: "none" | "onFail" | "always";
        /** NotificationOut */
        NotificationOut: {
            /** Format: date-time */
            at: string;
            body: components["schemas"]["Words"];
            /** Format: uuid */
            id: string;
            kind: string;
            link: string;
            readAt: string | null;
            title: components["schemas"]["Words"];
            urgent: boolean;
        };
        /**
         * Reason
         * @description Why a message was not sent: read before, its matter settled, in a summary, too old, channel off.
         * @enum {string}
         */
        notifications_models_Reason: "read" | "settled" | "bundled" | "stale" | "off";
        /**
         * Obstacle
         * @description Why one of several visits could not be approved.
         * @enum {string}
         */
        Obstacle: "notFound" | "own" | "notScored" | "ownCheck" | "changed";
        /** OfferedProduct */
        OfferedProduct: {
            code: string;
            leastQuantity: string;
            mostQuantity: string | null;
            mustOrder: boolean;
            name: components["schemas"]["Words"];
            packCents: number;
            packQuantity: string;
            /** Format: uuid */
            productId: string;
            /** Format: uuid */
            sourceId: string;
            unit: string;
            unitName: components["schemas"]["Words"];
        };
        /** OfferForm */
        OfferForm: {
            ifVersion?: number | null;
            /** @default 0 */
            least: string;
            lifeDays?: number | null;
            most?: string | null;
            packCents: number;
            packQuantity: string;
            /** Format: uuid */
            productId: string;
            /** @default 1 */
            rank: number;
            serviceClass?: components["schemas"]["ServiceClass"];
        };
        /** OfferOut */
        OfferOut: {
            active: boolean;
            least: string;
            lifeDays: number | null;
            most: string | null;
            packCents: number;
            packQuantity: string;
            priceCents: number;
            productCode: string;
            /** Format: uuid */
            productId: string;
            productName: components["schemas"]["Words"];
            rank: number;
            serviceClass: components["schemas"]["ServiceClass"];
            unitName: components["schemas"]["Words"];
            version: number;
        };
        /** OffersOut */
        OffersOut: {
            /** Format: date */
            day: string;
            offers: components["schemas"]["OfferedProduct"][];
            /** Format: uuid */
            storeId: string;
        };
        /** OpenAccount */
        OpenAccount: {
            grants?: components["schemas"]["GrantForm"][];
            /**
             * @default zh
             * @enum {string}
             */
            locale: "zh" | "en";
            name: string;
            password: string;
            /** @default  */
            phone: string;
            username: string;
        };
        /** OpenClaim */
        OpenClaim: {
            /** Format: uuid */
            id: string;
            note: string;
            /** Format: uuid */
            orderId: string;
            photoIds?: string[];
            /** Format: uuid */
            productId: string;
            quantity: string;
        };
        /** OpenCount */
        OpenCount: {
            categoryIds?: string[];
            id?: string | null;
            kind: components["schemas"]["CountKind"];
            productIds?: string[];
            /** Format: uuid */
            storeId: string;
            title: string;
            windowFrom?: string | null;
            windowUntil?: string | null;
            zones?: components["schemas"]["ZoneForm"][];
        };
        /** OpenHours */
        OpenHours: {
            /** @description HH:MM on the store's clock */
            closes: string;
            /** @description HH:MM on the store's clock */
            opens: string;
            weekday: number;
        };
        /** OpenOrder */
        OpenOrder: {
            day?: string | null;
            id?: string | null;
            /** Format: uuid */
            sourceId: string;
            /** Format: uuid */
            storeId: string;
        };
        /** OpenRecall */
        OpenRecall: {
            id?: string | null;
            lotIds?: string[];
            /** Format: uuid */
            productId: string;
            reason: string;
        };
        /** OpenTasks */
        OpenTasks: {
            assigneeId?: string | null;
            /** @default false */
            critical: boolean;
            dueAt?: string | null;
            photos?: components["schemas"]["PhotoSpec"][];
            /** @default  */
            requirement: string;
            tasks: components["schemas"]["NewTask"][];
            title: string;
        };
        /** OrderedLately */
        OrderedLately: {
            /** Format: date */
            day: string;
            /** Format: uuid */
            orderId: string;
            quantity: string;
            state: components["schemas"]["OrderState"];
            suggested: string | null;
        };
        /** OrderFigures */
        OrderFigures: {
            byRules: number;
            byRulesBefore: number;
            cents: number;
            centsBefore: number;
            decided: number;
            decidedBefore: number;
            nextCutOffAt: string | null;
            oldestWaitsSince: string | null;
            orders: number;
            ordersBefore: number;
            storesOpen: number;
            waiting: number;
        };
        /** OrderForWarehouse */
        OrderForWarehouse: {
            /** Format: uuid */
            id: string;
            lines?: components["schemas"]["WarehouseLine"][];
            /** Format: uuid */
            sourceId: string;
            /** Format: uuid */
            warehouseId: string;
        };
        /** OrderHistory */
        OrderHistory: {
            items: components["schemas"]["OrderStep"][];
        };
        /** LineForm */
        ordering_order_schemas_LineForm: {
            /** Format: uuid */
            productId: string;
            quantity: string;
            reason?: components["schemas"]["DeviationReason"] | null;
        };
        /**
         * DayKind
         * @description What an organization makes of a day; `ordinary` takes back what the built-in calendar says.
         * @enum {string}
         */
        ordering_signal_models_DayKind: "day_off" | "worked_weekend" | "ordinary";
        /** OrderingResults */
        OrderingResults: {
            before: components["schemas"]["Results"];
            /** Format: date */
            first: string;
            knownUntil: string | null;
            /** Format: date */
            last: string;
            now: components["schemas"]["Results"];
        };
        /** OrderItem */
        OrderItem: {
            acceptedAt: string | null;
            budgetCents: number | null;
            cancelledAt: string | null;
            closedAt: string | null;
            /** Format: date-time */
            cutOffAt: string;
            /** Format: date */
            day: string;
            decidedAt: string | null;
            decidedByName: string | null;
            expectedOn: string | null;
            /** Format: uuid */
            id: string;
            leastCents: number;
            level: components["schemas"]["ApprovalLevel"] | null;
            missing: number;
            note: string;
            /** Format: date-time */
            openedAt: string;
            openedByName: string;
            reason: string;
            receivedAt: string | null;
            shippedAt: string | null;
            /** Format: uuid */
            sourceId: string;
            sourceName: string;
            state: components["schemas"]["OrderState"];
            storeCode: string;
            /** Format: uuid */
            storeId: string;
            storeName: string;
            submittedAt: string | null;
            submittedBy: string | null;
            submittedByName: string | null;
            totals: components["schemas"]["OrderTotals"];
            urgent: boolean;
            version: number;
            waitedS: number;
            waitsSince: string | null;
        };
        /**
         * OrderKind
         * @description Which orders that were decided on: all, those passed by the rules, by people, or told further up.
         * @default all
         * @enum {string}
         */
        OrderKind: "all" | "by_rules" | "by_people" | "escalated";
        /** OrderLineOut */
        OrderLineOut: {
            arithmetic: components["schemas"]["Arithmetic"] | null;
            arrival: number | null;
            changed: boolean;
            code: string;
            confirmed: string | null;
            cover: number | null;
            dropped: components["schemas"]["DropReason"] | null;
            least: string;
            lineCents: number;
            most: string | null;
            mustOrder: boolean;
            name: components["schemas"]["Words"];
            packCents: number;
            packQuantity: string;
            /** Format: uuid */
            productId: string;
            quantity: string;
            reason: components["schemas"]["DeviationReason"] | null;
            received: string;
            shipped: string;
            submitted: string | null;
            suggested: string | null;
            unit: string;
            unitName: components["schemas"]["Words"];
        };
        /** OrderOut */
        OrderOut: {
            acceptedAt: string | null;
            budgetCents: number | null;
            cancelledAt: string | null;
            closedAt: string | null;
            /** Format: date-time */
            cutOffAt: string;
            /** Format: date */
            day: string;
            decidedAt: string | null;
            decidedByName: string | null;
            expectedOn: string | null;
            hits: components["schemas"]["HitOut"][];
            /** Format: uuid */
            id: string;
            leastCents: number;
            level: components["schemas"]["ApprovalLevel"] | null;
            lines: components["schemas"]["OrderLineOut"][];
            mayDecide: boolean;
            missing: number;
            missingProducts: components["schemas"]["ProductNamed"][];
            note: string;
            /** Format: date-time */
            openedAt: string;
            openedByName: string;
            plannedAt: string | null;
            reason: string;
            receivedAt: string | null;
            shippedAt: string | null;
            /** Format: uuid */
            sourceId: string;
            sourceName: string;
            state: components["schemas"]["OrderState"];
            storeCode: string;
            /** Format: uuid */
            storeId: string;
            storeName: string;
            submittedAt: string | null;
            submittedBy: string | null;
            submittedByName: string | null;
            totals: components["schemas"]["OrderTotals"];
            urgent: boolean;
            version: number;
            waitedS: number;
            waitsSince: string | null;
        };
        /** OrderReceiptOut */
        OrderReceiptOut: {
            /** Format: uuid */
            id: string;
            lines: components["schemas"]["ReceiptLineOut"][];
            note: string;
            /** Format: date-time */
            receivedAt: string;
            receivedByName: string;
            /** Format: uuid */
            shipmentId: string;
            valueCents: number;
        };
        /** OrderRuleOut */
        OrderRuleOut: {
            levelA: string;
            levelB: string;
            levelC: string;
            version: number;
        };
        /** OrdersDecided */
        OrdersDecided: {
            decided: number;
            orders: components["schemas"]["DecidedOrder"][];
        };
        /**
         * OrderState
         * @description Where an order is.
         *
         *         draft → (waiting →) approved → accepted → partly_shipped, shipped → partly_received, received → closed; what waits
         *         may be returned to the store or refused, and until it is accepted an order may be withdrawn or cancelled.
         * @enum {string}
         */
        OrderState: "draft" | "returned" | "waiting" | "approved" | "refused" | "accepted" | "partly_shipped" | "shipped" | "partly_received" | "received" | "closed" | "cancelled";
        /** OrderStep */
        OrderStep: {
            /** Format: date-time */
            at: string;
            byName: string;
            byRules: boolean | null;
            changes: number | null;
            /** Format: uuid */
            id: string;
            kind: string;
            lines: number | null;
            reason: string | null;
            rules: components["schemas"]["RuleKind"][];
            totalCents: number | null;
            urgent: boolean | null;
            waitedS: number | null;
        };
        /** OrderTotals */
        OrderTotals: {
            cents: number;
            changed: number;
            lines: number;
        };
        /**
         * OrderWay
         * @description How a supplier gets an order: as a file that somebody hands over, by e-mail, or posted to its own system.
         * @enum {string}
         */
        OrderWay: "file" | "mail" | "webhook";
        /** OrganizationRef */
        OrganizationRef: {
            code: string;
            /** Format: uuid */
            id: string;
            name: string;
        };
        /**
         * Origin
         * @description Who says what a day is.
         * @enum {string}
         */
        Origin: "built_in" | "own";
        /**
         * Outcome
         * @description What an answer comes to; a missing answer has no row and reads "unanswered" in the API.
         * @enum {string}
         */
        Outcome: "pass" | "fail" | "notApplicable" | "pending";
        /** OverrideRow */
        OverrideRow: {
            overrides: components["schemas"]["Overrides"];
            reason: components["schemas"]["DeviationReason"] | null;
            size: components["schemas"]["ChangeSize"] | null;
        };
        /** Overrides */
        Overrides: {
            helped: number;
            helpedShare: number | null;
            humanErrorCents: number;
            hurt: number;
            lines: number;
            systemErrorCents: number;
            valueAdded: string;
            valueAddedCents: number;
            verdict: components["schemas"]["analytics_results_outputs_Verdict"];
        };
        /** OverrideTables */
        OverrideTables: {
            byReason: components["schemas"]["OverrideRow"][];
            bySize: components["schemas"]["OverrideRow"][];
        };
        /** Overview */
        Overview: {
            availability: number | null;
            availabilityChange: number | null;
            averageScore: number | null;
            /** Format: date */
            date: string;
            days: components["schemas"]["DayFigures"][];
            openTasks: number;
            overdueTasks: number;
            scoreChange: number | null;
            stores: components["schemas"]["StoreFigures"][];
            tasksClosedInTimeRate: number | null;
            visits: components["schemas"]["VisitCounts"];
        };
        /** OwnQuietOut */
        OwnQuietOut: {
            organization: components["schemas"]["QuietOut"] | null;
            own: boolean;
            quiet: components["schemas"]["QuietOut"] | null;
        };
        /** Pack */
        Pack: {
            quantity: string;
            unit: string;
        };
        /** PackedCells */
        PackedCells: {
            fails: string;
            gained: string;
            left: string;
            notApplicable: string;
            possible: string;
            visits: string;
        };
        /** PackedMap */
        PackedMap: {
            columns: components["schemas"]["HeatColumn"][];
            /** Format: date */
            first: string;
            /** Format: date */
            last: string;
            rows: components["schemas"]["PackedRow"][];
            total: components["schemas"]["PackedRow"];
        };
        /** PackedRow */
        PackedRow: {
            cells: components["schemas"]["PackedCells"];
            /** Format: uuid */
            id: string;
            name: string;
            regionName: string;
            score: number | null;
            stores: number;
            visited: number;
            visits: number;
        };
        /** PackOut */
        PackOut: {
            quantity: string;
            unit: string;
            unitName: components["schemas"]["Words"];
        };
        /** Page[HeatAnswer] */
        "Page_storewalk.analytics.heat.outputs.HeatAnswer_": {
            items: components["schemas"]["HeatAnswer"][];
            next: string | null;
        };
        /** Page[ClaimRow] */
        "Page_storewalk.analytics.results.outputs.ClaimRow_": {
            items: components["schemas"]["ClaimRow"][];
            next: string | null;
        };
        /** Page[DayRow] */
        "Page_storewalk.analytics.results.outputs.DayRow_": {
            items: components["schemas"]["DayRow"][];
            next: string | null;
        };
        /** Page[DecidedRow] */
        "Page_storewalk.analytics.results.outputs.DecidedRow_": {
            items: components["schemas"]["DecidedRow"][];
            next: string | null;
        };
        /** Page[DeliveryRow] */
        "Page_storewalk.analytics.results.outputs.DeliveryRow_": {
            items: components["schemas"]["DeliveryRow"][];
            next: string | null;
        };
        /** Page[LineRow] */
        "Page_storewalk.analytics.results.outputs.LineRow_": {
            items: components["schemas"]["LineRow"][];
            next: string | null;
        };
        /** Page[ProductRow] */
        "Page_storewalk.analytics.results.outputs.ProductRow_": {
            items: components["schemas"]["ProductRow"][];
            next: string | null;
        };
        /** Page[ResultRow] */
        "Page_storewalk.analytics.results.outputs.ResultRow_": {
            items: components["schemas"]["ResultRow"][];
            next: string | null;
        };
        /** Page[MeasuredPhoto] */
        "Page_storewalk.analytics.trend_schemas.MeasuredPhoto_": {
            items: components["schemas"]["MeasuredPhoto"][];
            next: string | null;
        };
        /** Page[AuditOut] */
        "Page_storewalk.audit.controllers.AuditOut_": {
            items: components["schemas"]["AuditOut"][];
            next: string | null;
        };
        /** Page[CategoryOut] */
        "Page_storewalk.catalog.schemas.CategoryOut_": {
            items: components["schemas"]["CategoryOut"][];
            next: string | null;
        };
        /** Page[ProductOut] */
        "Page_storewalk.catalog.schemas.ProductOut_": {
            items: components["schemas"]["ProductOut"][];
            next: string | null;
        };
        /** Page[UnitOut] */
        "Page_storewalk.catalog.schemas.UnitOut_": {
            items: components["schemas"]["UnitOut"][];
            next: string | null;
        };
        /** Page[JobOut] */
        "Page_storewalk.core.job_routes.JobOut_": {
            items: components["schemas"]["JobOut"][];
            next: string | null;
        };
        /** Page[CountItem] */
        "Page_storewalk.counts.schemas.counts.CountItem_": {
            items: components["schemas"]["CountItem"][];
            next: string | null;
        };
        /** Page[LineOut] */
        "Page_storewalk.counts.schemas.take.LineOut_": {
            items: components["schemas"]["LineOut"][];
            next: string | null;
        };
        /** Page[TagOut] */
        "Page_storewalk.counts.schemas.take.TagOut_": {
            items: components["schemas"]["TagOut"][];
            next: string | null;
        };
        /** Page[AccountOut] */
        "Page_storewalk.identity.schemas.AccountOut_": {
            items: components["schemas"]["AccountOut"][];
            next: string | null;
        };
        /** Page[NodeOut] */
        "Page_storewalk.identity.schemas.NodeOut_": {
            items: components["schemas"]["NodeOut"][];
            next: string | null;
        };
        /** Page[RoleOut] */
        "Page_storewalk.identity.schemas.RoleOut_": {
            items: components["schemas"]["RoleOut"][];
            next: string | null;
        };
        /** Page[SessionOut] */
        "Page_storewalk.identity.schemas.SessionOut_": {
            items: components["schemas"]["SessionOut"][];
            next: string | null;
        };
        /** Page[TokenOut] */
        "Page_storewalk.identity.schemas.TokenOut_": {
            items: components["schemas"]["TokenOut"][];
            next: string | null;
        };
        /** Page[ScheduleOut] */
        "Page_storewalk.inspections.plans.schemas.ScheduleOut_": {
            items: components["schemas"]["ScheduleOut"][];
            next: string | null;
        };
        /** Page[ReviewItem] */
        "Page_storewalk.inspections.review.schemas.ReviewItem_": {
            items: components["schemas"]["ReviewItem"][];
            next: string | null;
        };
        /** Page[DisputeItem] */
        "Page_storewalk.inspections.schemas.disputes.DisputeItem_": {
            items: components["schemas"]["DisputeItem"][];
            next: string | null;
        };
        /** Page[ListedVisit] */
        "Page_storewalk.inspections.schemas.listed.ListedVisit_": {
            items: components["schemas"]["ListedVisit"][];
            next: string | null;
        };
        /** Page[TemplateItem] */
        "Page_storewalk.inspections.schemas.templates.TemplateItem_": {
            items: components["schemas"]["TemplateItem"][];
            next: string | null;
        };
        /** Page[MappingOut] */
        "Page_storewalk.integrations.mapping_schemas.MappingOut_": {
            items: components["schemas"]["MappingOut"][];
            next: string | null;
        };
        /** Page[BrowserOut] */
        "Page_storewalk.notifications.schemas.BrowserOut_": {
            items: components["schemas"]["BrowserOut"][];
            next: string | null;
        };
        /** Page[DeliveryOut] */
        "Page_storewalk.notifications.schemas.DeliveryOut_": {
            items: components["schemas"]["DeliveryOut"][];
            next: string | null;
        };
        /** Page[NotificationOut] */
        "Page_storewalk.notifications.schemas.NotificationOut_": {
            items: components["schemas"]["NotificationOut"][];
            next: string | null;
        };
        /** Page[ClaimOut] */
        "Page_storewalk.ordering.fulfil_outputs.ClaimOut_": {
            items: components["schemas"]["ClaimOut"][];
            next: string | null;
        };
        /** Page[DeskOrder] */
        "Page_storewalk.ordering.order_desk_schemas.DeskOrder_": {
            items: components["schemas"]["DeskOrder"][];
            next: string | null;
        };
        /** Page[OrderItem] */
        "Page_storewalk.ordering.order_schemas.OrderItem_": {
            items: components["schemas"]["OrderItem"][];
            next: string | null;
        };
        /** Page[PromotionOut] */
        "Page_storewalk.ordering.promotion_schemas.PromotionOut_": {
            items: components["schemas"]["PromotionOut"][];
            next: string | null;
        };
        /** Page[PurchaseItem] */
        "Page_storewalk.ordering.purchase_schemas.PurchaseItem_": {
            items: components["schemas"]["PurchaseItem"][];
            next: string | null;
        };
        /** Page[RebalanceOut] */
        "Page_storewalk.ordering.rebalance_schemas.RebalanceOut_": {
            items: components["schemas"]["RebalanceOut"][];
            next: string | null;
        };
        /** Page[SignalOut] */
        "Page_storewalk.ordering.signal_schemas.SignalOut_": {
            items: components["schemas"]["SignalOut"][];
            next: string | null;
        };
        /** Page[OfferOut] */
        "Page_storewalk.ordering.supply_schemas.OfferOut_": {
            items: components["schemas"]["OfferOut"][];
            next: string | null;
        };
        /** Page[SourceOut] */
        "Page_storewalk.ordering.supply_schemas.SourceOut_": {
            items: components["schemas"]["SourceOut"][];
            next: string | null;
        };
        /** Page[StoreDeliveryOut] */
        "Page_storewalk.ordering.supply_schemas.StoreDeliveryOut_": {
            items: components["schemas"]["StoreDeliveryOut"][];
            next: string | null;
        };
        /** Page[TermsOut] */
        "Page_storewalk.ordering.supply_schemas.TermsOut_": {
            items: components["schemas"]["TermsOut"][];
            next: string | null;
        };
        /** Page[SupplierOut] */
        "Page_storewalk.partners.schemas.SupplierOut_": {
            items: components["schemas"]["SupplierOut"][];
            next: string | null;
        };
        /** Page[RefusedPhoto] */
        "Page_storewalk.photos.schemas.RefusedPhoto_": {
            items: components["schemas"]["RefusedPhoto"][];
            next: string | null;
        };
        /** Page[ParkedLineOut] */
        "Page_storewalk.sales.schemas.ParkedLineOut_": {
            items: components["schemas"]["ParkedLineOut"][];
            next: string | null;
        };
        /** Page[SaleOut] */
        "Page_storewalk.sales.schemas.SaleOut_": {
            items: components["schemas"]["SaleOut"][];
            next: string | null;
        };
        /** Page[ExportOut] */
        "Page_storewalk.shelves.schemas.ExportOut_": {
            items: components["schemas"]["ExportOut"][];
            next: string | null;
        };
        /** Page[WallPhoto] */
        "Page_storewalk.shelves.wall.WallPhoto_": {
            items: components["schemas"]["WallPhoto"][];
            next: string | null;
        };
        /** Page[PlacedGoods] */
        "Page_storewalk.stock.place_schemas.PlacedGoods_": {
            items: components["schemas"]["PlacedGoods"][];
            next: string | null;
        };
        /** Page[PlaceOut] */
        "Page_storewalk.stock.place_schemas.PlaceOut_": {
            items: components["schemas"]["PlaceOut"][];
            next: string | null;
        };
        /** Page[RecallItem] */
        "Page_storewalk.stock.recall_schemas.RecallItem_": {
            items: components["schemas"]["RecallItem"][];
            next: string | null;
        };
        /** Page[MoveOut] */
        "Page_storewalk.stock.schemas.MoveOut_": {
            items: components["schemas"]["MoveOut"][];
            next: string | null;
        };
        /** Page[StockGroup] */
        "Page_storewalk.stock.schemas.StockGroup_": {
            items: components["schemas"]["StockGroup"][];
            next: string | null;
        };
        /** Page[StockOut] */
        "Page_storewalk.stock.schemas.StockOut_": {
            items: components["schemas"]["StockOut"][];
            next: string | null;
        };
        /** Page[TransferItem] */
        "Page_storewalk.stock.transfer_schemas.TransferItem_": {
            items: components["schemas"]["TransferItem"][];
            next: string | null;
        };
        /** Page[EndedLot] */
        "Page_storewalk.stock.waste_schemas.EndedLot_": {
            items: components["schemas"]["EndedLot"][];
            next: string | null;
        };
        /** Page[ExpiringLot] */
        "Page_storewalk.stock.waste_schemas.ExpiringLot_": {
            items: components["schemas"]["ExpiringLot"][];
            next: string | null;
        };
        /** Page[WasteOut] */
        "Page_storewalk.stock.waste_schemas.WasteOut_": {
            items: components["schemas"]["WasteOut"][];
            next: string | null;
        };
        /** Page[LegalEntityOut] */
        "Page_storewalk.stores.schemas.LegalEntityOut_": {
            items: components["schemas"]["LegalEntityOut"][];
            next: string | null;
        };
        /** Page[RegionOut] */
        "Page_storewalk.stores.schemas.RegionOut_": {
            items: components["schemas"]["RegionOut"][];
            next: string | null;
        };
        /** Page[StoreOut] */
        "Page_storewalk.stores.schemas.StoreOut_": {
            items: components["schemas"]["StoreOut"][];
            next: string | null;
        };
        /** Page[TaskOut] */
        "Page_storewalk.tasks.schemas.TaskOut_": {
            items: components["schemas"]["TaskOut"][];
            next: string | null;
        };
        /** ParkedLineOut */
        ParkedLineOut: {
            amountCents: number;
            barcode: string | null;
            code: string | null;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            occurredAt: string;
            productId: string | null;
            productName: components["schemas"]["Words"] | null;
            quantity: string;
            reason: components["schemas"]["ParkReason"];
            receiptNumber: string;
            returned: boolean;
            storeCode: string;
            /** Format: uuid */
            storeId: string;
            storeName: string;
            unit: string | null;
        };
        /**
         * ParkReason
         * @description Why a line is not booked: nobody knows what it is, or the book does not have it and must not go below zero.
         * @enum {string}
         */
        ParkReason: "unknown_product" | "no_stock";
        /** PartDifference */
        PartDifference: {
            /** @default  */
            note: string;
            /** Format: uuid */
            partId: string;
            photoIds?: string[];
            reason?: components["schemas"]["DifferenceReason"] | null;
            received: string;
        };
        /**
         * PartOutcome
         * @description What a supplier's answer did to a store's order: it was accepted, refused, or could not be any more.
         * @enum {string}
         */
        PartOutcome: "accepted" | "refused" | "gone";
        /** PasswordGiven */
        PasswordGiven: {
            /** Format: uuid */
            accountId: string;
            password: string;
            /** Format: date-time */
            until: string;
        };
        /** PasswordNote */
        PasswordNote: {
            /** Format: uuid */
            accountId: string;
            name: string;
            password: string;
            /** Format: date-time */
            until: string;
            username: string;
        };
        /** PasswordNotes */
        PasswordNotes: {
            items: components["schemas"]["PasswordNote"][];
        };
        /** PeopleOut */
        PeopleOut: {
            items: components["schemas"]["PersonOut"][];
        };
        /** PersonOut */
        PersonOut: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        /**
         * PersonOutcome
         * @description What a person may say; waiting is not an answer.
         * @enum {string}
         */
        PersonOutcome: "pass" | "fail" | "notApplicable";
        /** PhoneOut */
        PhoneOut: {
            phone: string | null;
        };
        /** PhotoLinks */
        PhotoLinks: {
            large: string;
            small: string;
        };
        /** PhotoMarks */
        PhotoMarks: {
            marks: components["schemas"]["Mark"][];
            /** Format: uuid */
            photoId: string;
        };
        /** PhotoOrigin */
        PhotoOrigin: {
            /** Format: uuid */
            checkpointId: string;
            marks: components["schemas"]["Mark"][];
            notLive: boolean;
            outcome: components["schemas"]["Outcome"];
            title: components["schemas"]["Words"];
            /** Format: uuid */
            visitId: string;
        };
        /** PhotoOut */
        PhotoOut: {
            distanceM: number | null;
            doubts: components["schemas"]["Doubt"][];
            durationMs: number | null;
            exifApartM: number | null;
            exifTakenAt: string | null;
            height: number | null;
            /** Format: uuid */
            id: string;
            links: components["schemas"]["PhotoLinks"] | null;
            position: components["schemas"]["photos_schemas_Position"] | null;
            purpose: components["schemas"]["Purpose"];
            reason: components["schemas"]["photos_darkroom_Reason"] | null;
            removedAt: string | null;
            reusedOf: string | null;
            sound: string | null;
            source: components["schemas"]["Source"] | null;
            state: components["schemas"]["PhotoState"];
            /** Format: uuid */
            storeId: string;
            takenAt: string | null;
            width: number | null;
        };
        /**
         * PhotoPart
         * @description What a photo is to a task: it shows the fault, or that it is done, or goes with a comment.
         * @enum {string}
         */
        PhotoPart: "before" | "after" | "comment";
        /**
         * PhotoRule
         * @description When a checkpoint's answer needs photographs; how many is the checkpoint's own.
         * @default none
         * @enum {string}
         */
        PhotoRule: "none" | "onFail" | "always";
        /**
         * Reason
         * @description Why a photo is not ready; the screens say it in the reader's language.
         * @enum {string}
         */
        photos_darkroom_Reason: "missing" | "size_mismatch" | "hash_mismatch" | "wrong_type" | "unreadable" | "animated" | "too_large" | "too_small" | "too_long";
        /**
         * Datum
         * @description The reference of a position: browsers give WGS-84, Amap and Tencent GCJ-02, Baidu BD-09.
         * @default WGS84
         * @enum {string}
         */
        photos_models_Datum: "WGS84" | "GCJ02" | "BD09";
        /** Position */
        photos_schemas_Position: {
            accuracyM?: number | null;
            datum?: components["schemas"]["photos_models_Datum"];
            lat: number;
            lng: number;
        };
        /** PhotoSpec */
        PhotoSpec: {
            /** Format: uuid */
            id: string;
            sha256: string;
            size: number;
        };
        /**
         * PhotoState
         * @description How far a photo has come; only `ready` ones are shown, and only as renditions.
         * @enum {string}
         */
        PhotoState: "awaiting" | "uploaded" | "ready" | "refused";
        /** PhotoTask */
        PhotoTask: {
            part: components["schemas"]["PhotoPart"];
            status: components["schemas"]["TaskStatus"];
            /** Format: uuid */
            taskId: string;
            title: components["schemas"]["Words"];
        };
        /** PhotoView */
        PhotoView: {
            distanceM: number | null;
            doubts: components["schemas"]["Doubt"][];
            durationMs: number | null;
            exifApartM: number | null;
            exifTakenAt: string | null;
            height: number | null;
            /** Format: uuid */
            id: string;
            links: components["schemas"]["PhotoLinks"] | null;
            position: components["schemas"]["photos_schemas_Position"] | null;
            purpose: components["schemas"]["Purpose"];
            reading: components["schemas"]["Reading"] | null;
            reason: components["schemas"]["photos_darkroom_Reason"] | null;
            removedAt: string | null;
            reusedOf: string | null;
            sound: string | null;
            source: components["schemas"]["Source"] | null;
            state: components["schemas"]["PhotoState"];
            /** Format: uuid */
            storeId: string;
            takenAt: string | null;
            width: number | null;
        };
        /** PlacedGoods */
        PlacedGoods: {
            blocked: boolean;
            expiresOn: string | null;
            lotCode: string | null;
            lotId: string | null;
            productCode: string;
            /** Format: uuid */
            productId: string;
            productName: components["schemas"]["Words"];
            quantity: string;
            unit: string;
            unitName: components["schemas"]["Words"];
        };
        /**
         * PlaceKind
         * @description Where goods can be, as the book of one store sees it.
         *
         *         `shelf`, `back_room` and `bin` hold what the store owns; a warehouse picks from its `shelf`. The others are the
         *         other side of a move: who delivered, who bought, what was thrown away, what a count could not find, and what is on
         *         its way to the store and in no store yet.
         * @enum {string}
         */
        PlaceKind: "shelf" | "back_room" | "bin" | "transit" | "supplier" | "customer" | "waste" | "variance";
        /** PlaceOut */
        PlaceOut: {
            closedAt: string | null;
            code: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["PlaceKind"];
            name: string;
            products: number;
            /** Format: uuid */
            storeId: string;
            version: number;
        };
        /** PlanCounts */
        PlanCounts: {
            categoryIds?: string[];
            kind: components["schemas"]["CountKind"];
            productIds?: string[];
            storeIds: string[];
            title: string;
            windowFrom?: string | null;
            windowUntil?: string | null;
            zones?: components["schemas"]["ZoneForm"][];
        };
        /** PlanSuggestions */
        PlanSuggestions: {
            /** Format: uuid */
            storeId: string;
        };
        /** PlanVisit */
        PlanVisit: {
            dueAt?: string | null;
            id?: string | null;
            /** Format: uuid */
            inspectorId: string;
            /** Format: date */
            plannedFor: string;
            /** Format: uuid */
            storeId: string;
            /** Format: uuid */
            templateId: string;
            /** @default false */
            unannounced: boolean;
        };
        /** ProductChanges */
        ProductChanges: {
            cursor: string;
            items: components["schemas"]["ProductOut"][];
            more: boolean;
        };
        /** ProductLot */
        ProductLot: {
            code: string | null;
            expiresOn: string | null;
            /** Format: uuid */
            id: string;
            onHand: string;
            producedOn: string | null;
            stores: number;
        };
        /** ProductNamed */
        ProductNamed: {
            code: string;
            name: components["schemas"]["Words"];
            /** Format: uuid */
            productId: string;
        };
        /** ProductNeed */
        ProductNeed: {
            answered: string | null;
            cents: number;
            code: string;
            name: components["schemas"]["Words"];
            packQuantity: string;
            packs: string;
            /** Format: uuid */
            productId: string;
            quantity: string;
            rows: components["schemas"]["StorePiece"][];
            unitName: components["schemas"]["Words"];
        };
        /** ProductOut */
        ProductOut: {
            barcodes: string[];
            /** Format: uuid */
            categoryId: string;
            categoryName: components["schemas"]["Words"];
            code: string;
            /** Format: uuid */
            id: string;
            name: components["schemas"]["Words"];
            packs: components["schemas"]["PackOut"][];
            pinyin: string;
            priceCents: number;
            status: components["schemas"]["ProductStatus"];
            unit: string;
            unitName: components["schemas"]["Words"];
            version: number;
        };
        /** ProductRow */
        ProductRow: {
            carried: boolean;
            costCents: number;
            outHundredths: number;
            perishedCents: number;
            productCode: string;
            /** Format: uuid */
            productId: string;
            productName: components["schemas"]["Words"];
            salesCents: number;
            sold: string;
            stockCents: number | null;
            unitName: components["schemas"]["Words"];
            wasteCents: number;
        };
        /** ProductSeen */
        ProductSeen: {
            expiresOn?: string | null;
            lotCode?: string | null;
            /** Format: uuid */
            productId: string;
            quantity?: string | null;
        };
        /** ProductShareOut */
        ProductShareOut: {
            asked: string;
            code: string;
            name: components["schemas"]["Words"];
            /** Format: uuid */
            productId: string;
            stores: components["schemas"]["StoreShareOut"][];
            there: string;
            unitName: components["schemas"]["Words"];
        };
        /**
         * ProductStatus
         * @description Whether a product may still be ordered.
         * @default active
         * @enum {string}
         */
        ProductStatus: "active" | "discontinued";
        /** PromotedDays */
        PromotedDays: {
            discount: number | null;
            /** Format: date */
            firstDay: string;
            kind: components["schemas"]["PromotionKind"];
            /** Format: date */
            lastDay: string;
            name: string;
        };
        /** PromotedProduct */
        PromotedProduct: {
            discount?: number | null;
            /** Format: uuid */
            productId: string;
        };
        /** PromotedProductOut */
        PromotedProductOut: {
            code: string;
            discount: number | null;
            expected: string | null;
            /** Format: uuid */
            id: string;
            measured: number | null;
            name: components["schemas"]["Words"];
            sold: string | null;
            unitName: components["schemas"]["Words"];
        };
        /** PromotionDetail */
        PromotionDetail: {
            discount: number | null;
            everywhere: boolean;
            expected: string | null;
            /** Format: date */
            firstDay: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["PromotionKind"];
            /** Format: date */
            lastDay: string;
            mayChange: boolean;
            measured: number | null;
            name: string;
            note: string;
            places: components["schemas"]["PromotionPlaceOut"][];
            plannedByName: string;
            productCount: number;
            products: components["schemas"]["PromotedProductOut"][];
            /** Format: date-time */
            recordedAt: string;
            reviewedAt: string | null;
            sold: string | null;
            status: components["schemas"]["PromotionStatus"];
            uplift: number | null;
            version: number;
        };
        /**
         * PromotionKind
         * @description What customers see: another price, more for less, a display, or a page in the leaflet.
         * @enum {string}
         */
        PromotionKind: "price" | "multi_buy" | "leaflet" | "display";
        /** PromotionOut */
        PromotionOut: {
            discount: number | null;
            everywhere: boolean;
            expected: string | null;
            /** Format: date */
            firstDay: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["PromotionKind"];
            /** Format: date */
            lastDay: string;
            mayChange: boolean;
            measured: number | null;
            name: string;
            places: components["schemas"]["PromotionPlaceOut"][];
            plannedByName: string;
            productCount: number;
            /** Format: date-time */
            recordedAt: string;
            reviewedAt: string | null;
            sold: string | null;
            status: components["schemas"]["PromotionStatus"];
            uplift: number | null;
            version: number;
        };
        /** PromotionPlaceOut */
        PromotionPlaceOut: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["NodeKind"];
            name: string;
        };
        /**
         * PromotionStatus
         * @description Whether it takes place; a cancelled one counts for nothing.
         * @enum {string}
         */
        PromotionStatus: "planned" | "cancelled";
        /** ProveOneself */
        ProveOneself: {
            password: string;
        };
        /** PurchaseItem */
        PurchaseItem: {
            address: string;
            answeredAt: string | null;
            /** Format: date */
            day: string;
            expectedOn: string | null;
            fault: string;
            /** Format: uuid */
            id: string;
            number: string;
            openedAt: string | null;
            orders: number;
            /** Format: date-time */
            recordedAt: string;
            sentAt: string | null;
            sentByName: string | null;
            /** Format: uuid */
            sourceId: string;
            sourceName: string;
            state: components["schemas"]["PurchaseState"];
            /** Format: uuid */
            supplierId: string;
            supplierName: string;
            totalCents: number;
            tries: number;
            version: number;
            way: components["schemas"]["OrderWay"];
        };
        /** PurchaseLinkOut */
        PurchaseLinkOut: {
            /** Format: date-time */
            endsAt: string;
            url: string;
        };
        /** PurchaseNeed */
        PurchaseNeed: {
            automatic: boolean;
            cents: number;
            /** Format: date-time */
            cutOffAt: string;
            /** Format: date */
            day: string;
            leastCents: number;
            openOrders: number;
            orders: number;
            sentCents: number;
            /** Format: uuid */
            sourceId: string;
            sourceName: string;
            /** Format: uuid */
            supplierId: string;
            supplierName: string;
            way: components["schemas"]["OrderWay"];
        };
        /** PurchaseNeedOut */
        PurchaseNeedOut: {
            missing: components["schemas"]["MissingStore"][];
            need: components["schemas"]["PurchaseNeed"] | null;
            products: components["schemas"]["ProductNeed"][];
            purchases: components["schemas"]["PurchaseItem"][];
        };
        /** PurchaseNeeds */
        PurchaseNeeds: {
            items: components["schemas"]["PurchaseNeed"][];
        };
        /** PurchaseOrderPart */
        PurchaseOrderPart: {
            expectedOn: string | null;
            /** Format: uuid */
            orderId: string;
            outcome: components["schemas"]["PartOutcome"] | null;
            state: components["schemas"]["OrderState"];
            storeCode: string;
            storeName: string;
        };
        /** PurchaseOut */
        PurchaseOut: {
            address: string;
            answeredAt: string | null;
            /** Format: date */
            day: string;
            expectedOn: string | null;
            fault: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            linkEndsAt: string;
            note: string;
            number: string;
            openedAt: string | null;
            orders: number;
            parts: components["schemas"]["PurchaseOrderPart"][];
            products: components["schemas"]["ProductNeed"][];
            /** Format: date-time */
            recordedAt: string;
            sentAt: string | null;
            sentByName: string | null;
            /** Format: uuid */
            sourceId: string;
            sourceName: string;
            state: components["schemas"]["PurchaseState"];
            /** Format: uuid */
            supplierId: string;
            supplierName: string;
            totalCents: number;
            tries: number;
            version: number;
            way: components["schemas"]["OrderWay"];
        };
        /**
         * PurchaseState
         * @description Where an order to a supplier is: waiting → sent or failed → opened → confirmed or refused.
         *
         *         A file is sent once somebody has taken it to hand it over. Who opens the link has got the order, whatever we heard
         *         of its sending.
         * @enum {string}
         */
        PurchaseState: "waiting" | "sent" | "failed" | "opened" | "confirmed" | "refused";
        /**
         * Purpose
         * @description What it is for: a shelf is read by the detector, evidence is looked at by people, a voice is heard.
         * @enum {string}
         */
        Purpose: "shelf" | "evidence" | "voice";
        /** PushKey */
        PushKey: {
            publicKey: string;
        };
        /**
         * PutAt
         * @description Where in the store goods are put.
         * @default back_room
         * @enum {string}
         */
        PutAt: "shelf" | "back_room";
        /** QuietForm */
        QuietForm: {
            begins: string;
            ends: string;
            zone: string;
        };
        /** QuietOut */
        QuietOut: {
            begins: string;
            ends: string;
            zone: string;
        };
        /** Rank */
        Rank: {
            of: number;
            place: number | null;
        };
        /** ReachOut */
        ReachOut: {
            /** Format: uuid */
            accountId: string;
            channels: components["schemas"]["Channel"][];
            wecomUserId: string | null;
        };
        /** Reading */
        Reading: {
            availability?: number | null;
            /** @default [] */
            boxes: components["schemas"]["Box"][];
            correction?: components["schemas"]["Correction"] | null;
            facings?: number | null;
            gaps?: number | null;
            model?: components["schemas"]["ModelSight"] | null;
            modelVersion?: string | null;
            reason?: string | null;
            /** @default [] */
            rows: components["schemas"]["Row"][];
            state: components["schemas"]["ReadingState"];
            /** @default 0 */
            version: number;
        };
        /**
         * ReadingState
         * @description `pending` until the detector has answered; `unsure` and `failed` ask a person. None of them is a pass.
         * @enum {string}
         */
        ReadingState: "pending" | "read" | "unsure" | "failed";
        /** RebalanceArithmetic */
        RebalanceArithmetic: {
            before: string;
            excess: string;
            keeps: string;
            lacks: string;
            needs: string;
            promised: string;
            spoils: string;
            stock: string;
            /** Format: date */
            until: string;
        };
        /** RebalanceLine */
        RebalanceLine: {
            arithmetic: components["schemas"]["RebalanceArithmetic"] | null;
            code: string;
            firstExpiry: string | null;
            lineCents: number;
            name: components["schemas"]["Words"];
            /** Format: uuid */
            productId: string;
            quantity: string;
            unitName: components["schemas"]["Words"];
        };
        /** RebalanceOut */
        RebalanceOut: {
            /** Format: date */
            day: string;
            decidedAt: string | null;
            decidedByName: string | null;
            fromCode: string;
            fromName: string;
            /** Format: uuid */
            fromStoreId: string;
            /** Format: uuid */
            id: string;
            lines: components["schemas"]["RebalanceLine"][];
            metres: number;
            /** Format: date-time */
            plannedAt: string;
            reason: components["schemas"]["RebalanceReason"] | null;
            regionName: string;
            savedCents: number;
            state: components["schemas"]["RebalanceState"];
            toCode: string;
            toName: string;
            /** Format: uuid */
            toStoreId: string;
            totalCents: number;
            transferId: string | null;
        };
        /** RebalanceOutcome */
        RebalanceOutcome: {
            accepted: boolean;
            code: string | null;
            /** Format: uuid */
            id: string;
            message: string | null;
            transferId: string | null;
        };
        /**
         * RebalanceReason
         * @description Why goods do not move though it was suggested.
         * @enum {string}
         */
        RebalanceReason: "needed_here" | "ordered_already" | "stock_is_wrong" | "quality" | "no_transport" | "not_worth_it" | "other";
        /** RebalanceRuleOut */
        RebalanceRuleOut: {
            lineCents: number;
            marginDays: number;
            mostMetres: number;
            tripCents: number;
            version: number;
        };
        /** RebalancesAccepted */
        RebalancesAccepted: {
            accepted: number;
            outcomes: components["schemas"]["RebalanceOutcome"][];
        };
        /**
         * RebalanceState
         * @description What became of a suggestion: still open, asked for as a transfer, refused, or gone with the next plan.
         * @enum {string}
         */
        RebalanceState: "open" | "accepted" | "refused" | "expired";
        /** RecallItem */
        RecallItem: {
            endedAt: string | null;
            endedByName: string | null;
            endReason: string | null;
            /** Format: uuid */
            id: string;
            lotCodes: string[];
            onHand: string;
            /** Format: date-time */
            openedAt: string;
            openedByName: string;
            productCode: string;
            /** Format: uuid */
            productId: string;
            productName: components["schemas"]["Words"];
            reason: string;
            /** Format: date-time */
            recordedAt: string;
            storesWithStock: number;
            unitName: components["schemas"]["Words"];
            version: number;
        };
        /** RecallOut */
        RecallOut: {
            endedAt: string | null;
            endedByName: string | null;
            endReason: string | null;
            /** Format: uuid */
            id: string;
            lotCodes: string[];
            onHand: string;
            /** Format: date-time */
            openedAt: string;
            openedByName: string;
            productCode: string;
            /** Format: uuid */
            productId: string;
            productName: components["schemas"]["Words"];
            reason: string;
            /** Format: date-time */
            recordedAt: string;
            sources: components["schemas"]["RecallSource"][];
            stores: components["schemas"]["RecallStore"][];
            storesWithStock: number;
            unitName: components["schemas"]["Words"];
            version: number;
        };
        /** RecallSource */
        RecallSource: {
            actorName: string | null;
            lotCode: string | null;
            /** Format: date-time */
            occurredAt: string;
            quantity: string;
            storeName: string;
        };
        /** RecallStore */
        RecallStore: {
            arrived: string;
            countId: string | null;
            inTransit: string;
            kind: components["schemas"]["StoreKind"];
            onHand: string;
            other: string;
            received: string;
            sentOn: string;
            sold: string;
            /** Format: uuid */
            storeId: string;
            storeName: string;
            wasted: string;
        };
        /** ReceiptConflict */
        ReceiptConflict: {
            number: string;
            receipt: number;
            store: string;
        };
        /** ReceiptLineOut */
        ReceiptLineOut: {
            code: string;
            damaged: string;
            expiresOn: string | null;
            lotCode: string;
            missing: string;
            missingWhy: components["schemas"]["MissingWhy"] | null;
            name: components["schemas"]["Words"];
            note: string;
            photoIds: string[];
            /** Format: uuid */
            productId: string;
            received: string;
            /** Format: uuid */
            shipmentLineId: string;
            temperature: string | null;
            valueCents: number;
        };
        /** ReceiptOut */
        ReceiptOut: {
            /** Format: uuid */
            id: string;
            lines: number;
            /** Format: uuid */
            storeId: string;
            valueCents: number;
        };
        /**
         * ReceivedAt
         * @description Where in the store goods are put.
         * @default shelf
         * @enum {string}
         */
        ReceivedAt: "shelf" | "back_room";
        /** ReceivedLine */
        ReceivedLine: {
            lot?: components["schemas"]["LotForm"] | null;
            place: components["schemas"]["ReceivedAt"];
            placeId?: string | null;
            /** Format: uuid */
            productId: string;
            quantity: string;
            valueCents: number;
        };
        /** ReceiveOrder */
        ReceiveOrder: {
            /** Format: uuid */
            id: string;
            lines?: components["schemas"]["ArrivedLine"][];
            /** @default  */
            note: string;
            place?: components["schemas"]["PutAt"];
            rest?: components["schemas"]["Rest"];
            shipmentId?: string | null;
        };
        /** ReceiveStock */
        ReceiveStock: {
            id?: string | null;
            lines: components["schemas"]["ReceivedLine"][];
            receivedAt?: string | null;
            /** Format: uuid */
            storeId: string;
        };
        /** ReceiveTransfer */
        ReceiveTransfer: {
            differences?: components["schemas"]["PartDifference"][];
            extras?: components["schemas"]["ExtraGoods"][];
            ifVersion: number;
            place?: components["schemas"]["ReceivedAt"];
        };
        /** ReceivingRuleOut */
        ReceivingRuleOut: {
            overPercent: number;
            version: number;
        };
        /** RecoveryCodes */
        RecoveryCodes: {
            codes: string[];
        };
        /**
         * Refusal
         * @description Why a line or a tag was not taken; the phone has the words for it.
         * @enum {string}
         */
        Refusal: "no_product" | "no_zone" | "bad_quantity" | "not_in_recount" | "counted_by_yourself" | "anothers_line" | "no_such_round" | "bad_tag";
        /** RefusedLine */
        RefusedLine: {
            /** Format: uuid */
            id: string;
            reason: components["schemas"]["Refusal"];
        };
        /** RefusedPhoto */
        RefusedPhoto: {
            contentType: components["schemas"]["ContentType"] | null;
            /** Format: uuid */
            id: string;
            person: string | null;
            reason: components["schemas"]["photos_darkroom_Reason"];
            /** Format: date-time */
            refusedAt: string;
            removedAt: string | null;
            size: number;
            storeName: string;
        };
        /** RefusedTag */
        RefusedTag: {
            epc: string;
            reason: components["schemas"]["Refusal"];
        };
        /** RefuseRebalance */
        RefuseRebalance: {
            reason: components["schemas"]["RebalanceReason"];
        };
        /** RefuseTransfer */
        RefuseTransfer: {
            ifVersion: number;
            reason: string;
        };
        /** RegionGap */
        RegionGap: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        /** RegionOut */
        RegionOut: {
            /** Format: uuid */
            id: string;
            name: string;
            parentId: string | null;
            storeCount: number;
            version: number;
        };
        /** RegisteredPhoto */
        RegisteredPhoto: {
            contentType: components["schemas"]["ContentType"] | null;
            distanceM: number | null;
            doubts: components["schemas"]["Doubt"][];
            durationMs: number | null;
            exifApartM: number | null;
            exifTakenAt: string | null;
            height: number | null;
            /** Format: uuid */
            id: string;
            links: components["schemas"]["PhotoLinks"] | null;
            position: components["schemas"]["photos_schemas_Position"] | null;
            purpose: components["schemas"]["Purpose"];
            reason: components["schemas"]["photos_darkroom_Reason"] | null;
            removedAt: string | null;
            reusedOf: string | null;
            size: number;
            sound: string | null;
            source: components["schemas"]["Source"] | null;
            state: components["schemas"]["PhotoState"];
            /** Format: uuid */
            storeId: string;
            takenAt: string | null;
            upload: components["schemas"]["Upload"] | null;
            width: number | null;
        };
        /** RegisterPhoto */
        RegisterPhoto: {
            capture: components["schemas"]["Capture"];
            contentType: string;
            /** Format: uuid */
            id: string;
            purpose: components["schemas"]["Purpose"];
            sha256: string;
            size: number;
            /** Format: uuid */
            storeId: string;
        };
        /** RelocatedLine */
        RelocatedLine: {
            lotId?: string | null;
            /** Format: uuid */
            productId: string;
            quantity: string;
        };
        /** RelocateGoods */
        RelocateGoods: {
            /** Format: uuid */
            fromId: string;
            id?: string | null;
            lines: components["schemas"]["RelocatedLine"][];
            /** Format: uuid */
            toId: string;
        };
        /** RelocationOut */
        RelocationOut: {
            /** Format: uuid */
            id: string;
            lines: number;
        };
        /** RemarkVisit */
        RemarkVisit: {
            remark: string;
        };
        /** RenameMapping */
        RenameMapping: {
            ifVersion: number;
            name: string;
        };
        /** RenewCheckInCode */
        RenewCheckInCode: {
            ifVersion: number;
        };
        /** RepeatedFault */
        RepeatedFault: {
            critical: boolean;
            key: string;
            times: number;
            title: components["schemas"]["Words"];
            /** Format: uuid */
            visitId: string;
        };
        /** ReportWaste */
        ReportWaste: {
            id?: string | null;
            lotId?: string | null;
            /** @default  */
            note: string;
            photoIds?: string[];
            /** Format: uuid */
            productId: string;
            quantity: string;
            reason: components["schemas"]["WasteReason"];
            /** Format: uuid */
            storeId: string;
        };
        /** RequestedLine */
        RequestedLine: {
            /** Format: uuid */
            productId: string;
            quantity: string;
        };
        /** RequestLabels */
        RequestLabels: {
            /** Format: uuid */
            id: string;
        };
        /** RequestTransfer */
        RequestTransfer: {
            /** Format: uuid */
            fromStoreId: string;
            id?: string | null;
            lines: components["schemas"]["RequestedLine"][];
            /** @default  */
            note: string;
            /** Format: uuid */
            toStoreId: string;
        };
        /** RescheduleTasks */
        RescheduleTasks: {
            /** Format: date-time */
            dueAt: string;
            tasks: components["schemas"]["TaskVersion"][];
        };
        /** ResetSpecialDay */
        ResetSpecialDay: {
            ifVersion: number;
        };
        /** RespondTask */
        RespondTask: {
            ifVersion: number;
            /** @default  */
            note: string;
            photos: components["schemas"]["PhotoSpec"][];
        };
        /** ResponseOut */
        ResponseOut: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            byId: string;
            byName: string;
            gallery: string[];
            /** Format: uuid */
            id: string;
            note: string;
            photos: string[];
            reason: string | null;
            verdict: components["schemas"]["tasks_models_Verdict"] | null;
            verifiedAt: string | null;
            verifiedByName: string | null;
        };
        /** Responsible */
        Responsible: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        /**
         * Rest
         * @description What holds for lines that a receipt does not name: they came as they were sent, or are still to come.
         * @default came
         * @enum {string}
         */
        Rest: "came" | "open";
        /** ResultRow */
        ResultRow: {
            before: components["schemas"]["Results"];
            code: string | null;
            /** Format: uuid */
            id: string;
            name: components["schemas"]["Words"];
            now: components["schemas"]["Results"];
            regionName: string | null;
        };
        /** Results */
        Results: {
            accuracy: components["schemas"]["analytics_results_outputs_Accuracy"];
            approvals: components["schemas"]["Approvals"] | null;
            claims: components["schemas"]["Claims"];
            deliveries: components["schemas"]["Deliveries"] | null;
            fill: components["schemas"]["FillRate"];
            overrides: components["schemas"]["Overrides"];
            stock: components["schemas"]["StockResults"] | null;
        };
        /** RetentionOut */
        RetentionOut: {
            evidenceDays: number;
            quarantineDays: number;
            shelfDays: number;
            version: number;
        };
        /** ReturnVisit */
        ReturnVisit: {
            ifVersion: number;
            note: string;
        };
        /** ReviewedVisit */
        ReviewedVisit: {
            ifVersion: number;
            /** Format: uuid */
            visitId: string;
        };
        /** ReviewFigures */
        ReviewFigures: {
            approved: number;
            brief: number;
            critical: number;
            flagged: number;
            meanScore: number | null;
            returned: number;
            waiting: number;
        };
        /** ReviewItem */
        ReviewItem: {
            answered: number;
            checkInFlagged: boolean;
            criticals: number;
            dueAt: string | null;
            findings: number;
            flaggedPhotos: number;
            /** Format: uuid */
            id: string;
            inspectorId: string | null;
            inspectorName: string | null;
            kind: components["schemas"]["VisitKind"];
            lastScore: number | null;
            minutes: number;
            needsPerson: number;
            openDisputes: number;
            openTasks: number;
            pending: number;
            /** Format: date */
            plannedFor: string;
            /** Format: date-time */
            recordedAt: string;
            reinspectsId: string | null;
            review: components["schemas"]["ReviewOut"] | null;
            scheduleId: string | null;
            score: number | null;
            signedAt: string | null;
            signUntil: string | null;
            stand: components["schemas"]["ReviewStand"];
            startedAt: string | null;
            status: components["schemas"]["VisitStatus"];
            storeFormat: components["schemas"]["StoreFormat"] | null;
            /** Format: uuid */
            storeId: string;
            storeName: string;
            submittedAt: string | null;
            /** Format: uuid */
            templateId: string;
            templateName: components["schemas"]["Words"];
            /** Format: uuid */
            templateVersionId: string;
            total: number;
            unannounced: boolean;
            version: number;
            windowFrom: string | null;
        };
        /** ReviewMany */
        ReviewMany: {
            decision?: components["schemas"]["UncountedDecision"] | null;
            productIds: string[];
            reason?: components["schemas"]["VarianceReason"] | null;
        };
        /** ReviewOut */
        ReviewOut: {
            note: string | null;
            remark: string | null;
            remarkedAt: string | null;
            rescored: boolean;
            /** Format: date-time */
            reviewedAt: string;
            reviewedBy: string;
            status: components["schemas"]["ReviewStatus"];
        };
        /**
         * ReviewStand
         * @description Where a visit stands in the queue: it waits for a look, for its inspector, or for nothing more.
         * @enum {string}
         */
        ReviewStand: "waiting" | "returned" | "approved";
        /**
         * ReviewStatus
         * @description What was said of a visit: it stands, it went back to its inspector, or the inspector has said more since.
         * @enum {string}
         */
        ReviewStatus: "approved" | "returned" | "remarked";
        /** ReviewVariance */
        ReviewVariance: {
            decision?: components["schemas"]["UncountedDecision"] | null;
            /** @default  */
            note: string;
            reason?: components["schemas"]["VarianceReason"] | null;
        };
        /**
         * Rhythm
         * @description How the days of a schedule follow each other; by risk, a store's state says how long to wait.
         * @enum {string}
         */
        Rhythm: "days" | "weeks" | "months" | "risk";
        /** RiskBand */
        RiskBand: {
            below?: number | null;
            days: number;
        };
        /** RiskBandOut */
        RiskBandOut: {
            below: number | null;
            days: number;
        };
        /** RoleOut */
        RoleOut: {
            code: string;
            /** Format: uuid */
            id: string;
            permissions: string[];
        };
        /** RouteStop */
        RouteStop: {
            latGcj02: number | null;
            lngGcj02: number | null;
            metres: number | null;
            visit: components["schemas"]["CalendarVisit"];
        };
        /** Row */
        Row: {
            availability: number;
            facings: number;
            gaps: number;
            missing: number;
            y0: number;
            y1: number;
        };
        /** RowFault */
        RowFault: {
            /** @default  */
            column: string;
            field: string;
            message: string;
            row: number;
        };
        /** RuleForm */
        RuleForm: {
            categoryId?: string | null;
            kind: components["schemas"]["RuleKind"];
            level: components["schemas"]["ApprovalLevel"];
            /** @default  */
            name: string;
            /** @default 0 */
            over: number;
            placeId?: string | null;
        };
        /**
         * RuleKind
         * @description What of an order a rule looks at.
         *
         *         Its worth; how far it departs from what was suggested, in per cent or in cents; what it orders of a category, in
         *         cents; how far it is over its budget, in cents; or that it comes after the cut-off.
         * @enum {string}
         */
        RuleKind: "amount" | "deviation_percent" | "deviation_cents" | "category" | "over_budget" | "out_of_window";
        /** RuleOut */
        RuleOut: {
            approvalCents: number;
            categories: components["schemas"]["CategoryLimitsOut"][];
            recountCents: number;
            recountPercent: number;
            recountQuantity: string;
        };
        /** RulesOut */
        RulesOut: {
            channels: components["schemas"]["Channel"][];
            nextAfterMinutes: number;
            quiet: components["schemas"]["QuietOut"] | null;
            urgentBreaksQuiet: boolean;
            version: number;
        };
        /** SaleDetail */
        SaleDetail: {
            amountCents: number;
            /** Format: date */
            businessDate: string;
            /** Format: uuid */
            id: string;
            lineCount: number;
            lines: components["schemas"]["SaleLineOut"][];
            /** Format: date-time */
            occurredAt: string;
            parkedLines: number;
            receiptNumber: string;
            /** Format: uuid */
            storeId: string;
            storeName: string;
        };
        /** SaleLineOut */
        SaleLineOut: {
            amountCents: number;
            lineNumber: number;
            productCode: string | null;
            productId: string | null;
            productName: components["schemas"]["Words"] | null;
            quantity: string;
            returned: boolean;
            unit: string | null;
            unitName: components["schemas"]["Words"] | null;
            waitsFor: components["schemas"]["ParkReason"] | null;
        };
        /** SaleOut */
        SaleOut: {
            amountCents: number;
            /** Format: date */
            businessDate: string;
            /** Format: uuid */
            id: string;
            lineCount: number;
            /** Format: date-time */
            occurredAt: string;
            parkedLines: number;
            receiptNumber: string;
            /** Format: uuid */
            storeId: string;
        };
        /** NameProduct */
        sales_schemas_NameProduct: {
            /** Format: uuid */
            productId: string;
        };
        /** SalesFeed */
        SalesFeed: {
            receipts: components["schemas"]["SoldReceipt"][];
        };
        /** SalesFileOut */
        SalesFileOut: {
            accepted: number;
            applied: boolean;
            errorCount: number;
            errors: components["schemas"]["RowFault"][];
            parked: number;
            repeated: number;
            summary: string;
        };
        /** ScanForm */
        ScanForm: {
            /** Format: date-time */
            at: string;
            change: string;
            source: string;
        };
        /** ScanOut */
        ScanOut: {
            /** Format: date-time */
            at: string;
            change: string;
            source: string;
        };
        /** ScheduleOut */
        ScheduleOut: {
            aheadDays: number;
            assignee: components["schemas"]["Assignee"];
            bands: components["schemas"]["RiskBandOut"][];
            done: number;
            endsOn: string | null;
            every: number;
            formats: components["schemas"]["StoreFormat"][];
            /** Format: uuid */
            id: string;
            inspectorId: string | null;
            inspectorName: string | null;
            mayEdit: boolean;
            missed: number;
            monthDays: number[];
            name: string;
            nextOn: string | null;
            pausedAt: string | null;
            planned: number;
            plannedUntil: string | null;
            /** Format: date-time */
            recordedAt: string;
            regionIds: string[];
            rhythm: components["schemas"]["Rhythm"];
            roleCode: string | null;
            samplePercent: number;
            scoreBelow: number | null;
            skipped: number;
            /** Format: date */
            startsOn: string;
            storeIds: string[];
            /** Format: uuid */
            templateId: string;
            templateName: components["schemas"]["Words"];
            timeFrom: string | null;
            timeUntil: string | null;
            unannounced: boolean;
            version: number;
            visitKind: components["schemas"]["VisitKind"];
            weekdays: number[];
        };
        /** ScoreCheck */
        ScoreCheck: {
            /** Format: date */
            day: string;
            driftedFrom: number | null;
            label: components["schemas"]["Label"];
            modelVersion: string;
            psi: number | null;
            recent: number[];
            recentPhotos: number;
            reference: number[];
            referencePhotos: number;
        };
        /** ScoreDetail */
        ScoreDetail: {
            cappedBy: string | null;
            firstScore: number | null;
            rescored: boolean;
            sections: components["schemas"]["SectionScore"][];
        };
        /** ScoredVisit */
        ScoredVisit: {
            cappedBy: components["schemas"]["Words"] | null;
            /** Format: date */
            day: string;
            /** Format: uuid */
            id: string;
            inspectorName: string | null;
            score: number | null;
            /** Format: date-time */
            submittedAt: string;
            templateName: components["schemas"]["Words"];
        };
        /** SectionDraft */
        SectionDraft: {
            checkpoints: components["schemas"]["CheckpointDraft"][];
            formats?: components["schemas"]["StoreFormat"][];
            title: components["schemas"]["Words"];
            /** @default 1 */
            weight: number;
        };
        /** SectionOut */
        SectionOut: {
            checkpoints: components["schemas"]["CheckpointOut"][];
            formats: components["schemas"]["StoreFormat"][];
            /** Format: uuid */
            id: string;
            title: components["schemas"]["Words"];
            weight: number;
        };
        /** SectionPoint */
        SectionPoint: {
            /** Format: date */
            day: string;
            /** Format: uuid */
            inspectionId: string;
            score: number;
        };
        /** SectionScore */
        SectionScore: {
            firstScore: number | null;
            /** Format: uuid */
            id: string;
            score: number | null;
        };
        /** SectionTrend */
        SectionTrend: {
            points: components["schemas"]["SectionPoint"][];
            templateName: components["schemas"]["Words"];
            title: components["schemas"]["Words"];
        };
        /** SendAgain */
        SendAgain: {
            ifVersion: number;
        };
        /** SendPurchase */
        SendPurchase: {
            /** Format: date */
            day: string;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            sourceId: string;
        };
        /**
         * ServiceClass
         * @description How seldom a product may run out; the levels lie in the rule of the organization.
         * @default b
         * @enum {string}
         */
        ServiceClass: "a" | "b" | "c";
        /** SessionOut */
        SessionOut: {
            client: string;
            current: boolean;
            deviceName: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            seenAt: string;
        };
        /** SetAccessPolicy */
        SetAccessPolicy: {
            ifVersion: number;
            permissions: string[];
            secondFactor: components["schemas"]["FactorRule"];
        };
        /** SetApprovalRules */
        SetApprovalRules: {
            escalateMinutes: number;
            ifVersion: number;
            reasonCents: number;
            reasonPercent: number;
            rules?: components["schemas"]["RuleForm"][];
        };
        /** SetAside */
        SetAside: {
            reason: string;
        };
        /** SetCountRule */
        SetCountRule: {
            approvalCents: number;
            categories?: components["schemas"]["CategoryLimits"][];
            recountCents: number;
            recountPercent: number;
            recountQuantity: string;
        };
        /** SetCounts */
        SetCounts: {
            added: number;
            changed: number;
            divisions?: components["schemas"]["Division"][];
            gaps: number;
            heldOut: number;
            products: number;
            stores: components["schemas"]["StoreLabels"][];
            /** @default 0 */
            tuned: number;
        };
        /** SetCover */
        SetCover: {
            /** Format: uuid */
            absentId: string;
            /** Format: uuid */
            coverId: string;
            /** Format: date */
            firstDay: string;
            /** Format: date */
            lastDay: string;
        };
        /** SetCycleRule */
        SetCycleRule: {
            aDays: number;
            bDays: number;
            cDays: number;
            everyDays: number;
            products: number;
        };
        /** SetDeliveries */
        SetDeliveries: {
            budgetCents?: number | null;
            ifVersion?: number | null;
            /** @default false */
            keepBudget: boolean;
            regionId?: string | null;
            storeIds?: string[];
            weekdays: number[];
        };
        /** SetDeliveryDays */
        SetDeliveryDays: {
            days: components["schemas"]["DatedDelivery"][];
        };
        /** SetGrants */
        SetGrants: {
            grants: components["schemas"]["GrantForm"][];
        };
        /** SetHealthRule */
        SetHealthRule: {
            availability: number;
            freshness: number;
            ifVersion: number;
            inspection: number;
            rectification: number;
            selfChecks: number;
            stock: number;
        };
        /** SetInspectionRule */
        SetInspectionRule: {
            nearM: number;
            visitsADay: number;
        };
        /** SetLines */
        SetLines: {
            lines: components["schemas"]["ordering_order_schemas_LineForm"][];
        };
        /** SetLocale */
        SetLocale: {
            /** @enum {string} */
            locale: "zh" | "en";
        };
        /** SetOffers */
        SetOffers: {
            lines?: components["schemas"]["OfferForm"][];
            removed?: string[];
        };
        /** SetOrderRule */
        SetOrderRule: {
            ifVersion: number;
            levelA: string;
            levelB: string;
            levelC: string;
        };
        /** SetOwnQuiet */
        SetOwnQuiet: {
            own: boolean;
            quiet?: components["schemas"]["QuietForm"] | null;
        };
        /** SetPhone */
        SetPhone: {
            phone: string;
        };
        /** SetRebalanceRule */
        SetRebalanceRule: {
            ifVersion: number;
            lineCents: number;
            marginDays: number;
            mostMetres: number;
            tripCents: number;
        };
        /** SetReceivingRule */
        SetReceivingRule: {
            ifVersion: number;
            overPercent: number;
        };
        /** SetRetention */
        SetRetention: {
            evidenceDays: number;
            ifVersion: number;
            quarantineDays: number;
            shelfDays: number;
        };
        /** SetRules */
        SetRules: {
            channels: components["schemas"]["Channel"][];
            ifVersion: number;
            nextAfterMinutes: number;
            quiet?: components["schemas"]["QuietForm"] | null;
            urgentBreaksQuiet: boolean;
        };
        /** SetSpecialDay */
        SetSpecialDay: {
            ifVersion: number;
            kind: components["schemas"]["ordering_signal_models_DayKind"];
            name: components["schemas"]["Words"];
        };
        /** SetStockRule */
        SetStockRule: {
            negativeAllowed: boolean;
        };
        /** SetSupplierWay */
        SetSupplierWay: {
            /** @default  */
            address: string;
            /** @default false */
            automatic: boolean;
            ifVersion: number;
            /**
             * @default zh
             * @enum {string}
             */
            language: "zh" | "en";
            secret?: string | null;
            way: components["schemas"]["OrderWay"];
        };
        /** SetTerms */
        SetTerms: {
            lines: components["schemas"]["TermsForm"][];
            storeIds: string[];
        };
        /** SetWasteRule */
        SetWasteRule: {
            approvalCents: number;
        };
        /** SetWebhook */
        SetWebhook: {
            ifVersion: number;
            secret?: string | null;
            url: string;
        };
        /** SetWeCom */
        SetWeCom: {
            agentId: number;
            corpId: string;
            ifVersion: number;
            secret?: string | null;
        };
        /** SetWeComUser */
        SetWeComUser: {
            userId: string | null;
        };
        /** ShareForm */
        ShareForm: {
            /** Format: uuid */
            id: string;
            marks?: components["schemas"]["Mark"][];
        };
        /** ShareOut */
        ShareOut: {
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            link: string | null;
            /** Format: uuid */
            photoId: string;
            state: components["schemas"]["ShareState"];
        };
        /**
         * ShareState
         * @description How far a share is: its copy is being made, can be opened, or can be opened no more.
         * @enum {string}
         */
        ShareState: "preparing" | "open" | "over";
        /** ShareStock */
        ShareStock: {
            adjusted?: components["schemas"]["AdjustedShare"][];
            /** Format: date */
            day: string;
            firstIds?: string[];
            seen?: string | null;
            /** Format: uuid */
            warehouseId: string;
        };
        /** SheetFile */
        SheetFile: {
            csv?: string | null;
            /** @default false */
            dryRun: boolean;
            xlsx?: string | null;
        };
        /**
         * SheetKind
         * @description What a sheet is about.
         * @enum {string}
         */
        SheetKind: "stores" | "products" | "people" | "checklist";
        /** SheetReading */
        SheetReading: {
            columns: components["schemas"]["ColumnOut"][];
            fields: components["schemas"]["FieldOut"][];
            headingRow: number;
            mapping: components["schemas"]["MappingOut"] | null;
            rows: number;
            sheet: string;
            sheets: string[];
            words: {
                [key: string]: {
                    [key: string]: string;
                };
            };
        };
        /** ShelfHistories */
        ShelfHistories: {
            /** Format: date */
            from: string;
            shelves: components["schemas"]["ShelfHistory"][];
            /** Format: uuid */
            storeId: string;
            /** Format: date */
            to: string;
        };
        /** ShelfHistory */
        ShelfHistory: {
            checkpointKey: string;
            minAvailability: number | null;
            points: components["schemas"]["ShelfPoint"][];
            title: components["schemas"]["Words"];
        };
        /** ShelfPoint */
        ShelfPoint: {
            /** Format: date-time */
            at: string;
            availability: number;
            corrected: boolean;
            facings: number;
            gaps: number;
            /** Format: uuid */
            inspectionId: string;
            marks: components["schemas"]["PhotoMarks"][];
            /** Format: uuid */
            photoId: string;
            photos: string[];
        };
        /** ShelfTrend */
        ShelfTrend: {
            by: components["schemas"]["TrendBy"];
            /** Format: date */
            from: string;
            leftOut: number;
            lines: components["schemas"]["TrendLine"][];
            step: components["schemas"]["TrendStep"];
            /** Format: date */
            to: string;
            total: components["schemas"]["TrendLine"];
        };
        /** ModelUse */
        shelves_drift_schemas_ModelUse: {
            added: number;
            corrected: number;
            doubted: number;
            moved: number;
            photos: number;
            relabelled: number;
            removed: number;
            /** Format: date-time */
            since: string;
            /** Format: date-time */
            until: string;
            version: string;
        };
        /** ShipmentLineOut */
        ShipmentLineOut: {
            code: string;
            damaged: string;
            expiresOn: string | null;
            /** Format: uuid */
            id: string;
            lotCode: string;
            missing: string;
            name: components["schemas"]["Words"];
            open: string;
            /** Format: uuid */
            productId: string;
            received: string;
            shipped: string;
        };
        /** ShipmentOut */
        ShipmentOut: {
            expectedAt: string | null;
            /** Format: uuid */
            id: string;
            lines: components["schemas"]["ShipmentLineOut"][];
            note: string;
            number: number;
            receivedAt: string | null;
            /** Format: date-time */
            shippedAt: string;
            shippedByName: string;
        };
        /** ShipOrder */
        ShipOrder: {
            expectedAt?: string | null;
            /** Format: uuid */
            id: string;
            lines?: components["schemas"]["ShippedLine"][];
            /** @default  */
            note: string;
        };
        /** ShippedLine */
        ShippedLine: {
            expiresOn?: string | null;
            lotCode?: string | null;
            /** Format: uuid */
            productId: string;
            quantity: string;
        };
        /** ShipTransfer */
        ShipTransfer: {
            ifVersion: number;
            lines?: components["schemas"]["ChangedLine"][];
        };
        /** SignalGoods */
        SignalGoods: {
            code: string;
            /** Format: uuid */
            id: string;
            name: components["schemas"]["Words"];
        };
        /**
         * SignalKind
         * @description What happens around a store; events of a kind are expected to do alike.
         * @enum {string}
         */
        SignalKind: "mall_anniversary" | "nearby_event" | "viral_product" | "group_order" | "school_holiday" | "school_term" | "competitor_opens" | "competitor_closes" | "road_works" | "outage" | "other";
        /** SignalOut */
        SignalOut: {
            categories: components["schemas"]["SignalGoods"][];
            /** Format: uuid */
            enteredBy: string;
            enteredByName: string;
            everywhere: boolean;
            evidenceDays: number | null;
            /** Format: date */
            firstDay: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["SignalKind"];
            /** Format: date */
            lastDay: string;
            mayChange: boolean;
            measured: number | null;
            name: string;
            note: string;
            places: components["schemas"]["SignalPlace"][];
            products: components["schemas"]["SignalGoods"][];
            /** Format: date-time */
            recordedAt: string;
            reviewedAt: string | null;
            status: components["schemas"]["SignalStatus"];
            uplift: number;
            version: number;
        };
        /** SignalPlace */
        SignalPlace: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["NodeKind"];
            name: string;
        };
        /**
         * SignalStatus
         * @description Whether an event takes place; a cancelled one counts for nothing, also where its days are over.
         * @enum {string}
         */
        SignalStatus: "planned" | "cancelled";
        /** SignatureOut */
        SignatureOut: {
            accountId: string | null;
            /** Format: date-time */
            at: string;
            late: boolean;
            name: string;
            strokes: number[][] | null;
            way: components["schemas"]["SignWay"];
        };
        /** Signing */
        Signing: {
            disputes: components["schemas"]["DisputeOut"][];
            signatures: components["schemas"]["SignatureOut"][];
            /** @enum {string} */
            state: "waiting" | "signed" | "unanswered";
            until: string | null;
        };
        /** SignPresent */
        SignPresent: {
            name: string;
            strokes: number[][];
        };
        /** SignVisit */
        SignVisit: Record<string, never>;
        /**
         * SignWay
         * @description How a visit was signed: on one's own phone, or by hand on the inspector's by who was there.
         * @enum {string}
         */
        SignWay: "own" | "present";
        /**
         * Skipped
         * @description Why there was no visit on a day that a schedule falls on.
         * @enum {string}
         */
        Skipped: "closedThatDay" | "notTrading" | "nobody";
        /** SkippedCount */
        SkippedCount: {
            stores: number;
            why: components["schemas"]["Skipped"];
        };
        /** SoldDay */
        SoldDay: {
            /** Format: date */
            day: string;
            out: number;
            quantity: string;
        };
        /** SoldLine */
        SoldLine: {
            amountCents: number;
            barcode?: string | null;
            code?: string | null;
            quantity: string;
            /** @default false */
            returned: boolean;
            unit?: string | null;
        };
        /** SoldReceipt */
        SoldReceipt: {
            lines: components["schemas"]["SoldLine"][];
            number: string;
            /** Format: date-time */
            occurredAt: string;
            store: string;
        };
        /**
         * SortedBy
         * @description What the rows of a table are in the order of.
         * @default name
         * @enum {string}
         */
        SortedBy: "name" | "accuracy" | "value_added" | "out_rate" | "stock_days" | "waste" | "fill_rate" | "on_time" | "waited";
        /**
         * Source
         * @description Where the phone took the picture from.
         * @enum {string}
         */
        Source: "camera" | "gallery";
        /** SourceOut */
        SourceOut: {
            code: string;
            cutOff: string;
            /** Format: uuid */
            id: string;
            leadDays: number;
            leastCents: number;
            name: string;
            offers: number;
            originName: string;
            overPercent: number | null;
            serves: boolean;
            soldSameDay: boolean;
            status: components["schemas"]["SourceStatus"];
            stores: number;
            supplierId: string | null;
            version: number;
            warehouseId: string | null;
        };
        /**
         * SourceStatus
         * @description Whether anything is ordered from a source.
         * @default active
         * @enum {string}
         */
        SourceStatus: "active" | "ended";
        /** SpecialDayOut */
        SpecialDayOut: {
            builtInKind: components["schemas"]["ordering_signal_models_DayKind"] | null;
            /** Format: date */
            day: string;
            kind: components["schemas"]["ordering_signal_models_DayKind"];
            name: components["schemas"]["Words"];
            origin: components["schemas"]["Origin"];
            setByName: string | null;
            version: number;
        };
        /**
         * Stand
         * @description How a lot stands today: past its last day, on it, or near it.
         * @enum {string}
         */
        Stand: "expired" | "today" | "near";
        /** StartOwnCheck */
        StartOwnCheck: {
            checkIn?: components["schemas"]["CheckInForm"] | null;
            /** Format: uuid */
            id: string;
            position?: components["schemas"]["StartPosition"] | null;
            /** Format: uuid */
            storeId: string;
            /** Format: uuid */
            templateId: string;
            templateVersionId?: string | null;
        };
        /** StartPlanned */
        StartPlanned: {
            checkIn?: components["schemas"]["CheckInForm"] | null;
            position?: components["schemas"]["StartPosition"] | null;
        };
        /** StartPosition */
        StartPosition: {
            accuracyM?: number | null;
            datum?: components["schemas"]["stores_position_Datum"];
            lat: number;
            lng: number;
        };
        /** StartVisit */
        StartVisit: {
            checkIn?: components["schemas"]["CheckInForm"] | null;
            /** Format: uuid */
            id: string;
            plannedId?: string | null;
            position?: components["schemas"]["StartPosition"] | null;
            /** Format: uuid */
            storeId: string;
            /** Format: uuid */
            templateId: string;
            templateVersionId?: string | null;
        };
        /** StepOnLot */
        StepOnLot: {
            id?: string | null;
            kind: components["schemas"]["LotStepKind"];
            priceCents?: number | null;
        };
        /** StepOut */
        StepOut: {
            /** Format: date-time */
            at: string;
            byName: string | null;
            declined: components["schemas"]["Declined"][];
            dueAt: string | null;
            /** Format: uuid */
            id: string;
            kind: string;
            level: number | null;
            note: string | null;
            reason: components["schemas"]["BlockReason"] | null;
            refId: string | null;
            toName: string | null;
        };
        /** StepSchedule */
        StepSchedule: {
            ifVersion: number;
        };
        /**
         * GroupedBy
         * @description What a list of stock is added up by.
         * @default store
         * @enum {string}
         */
        stock_schemas_GroupedBy: "store" | "region" | "category";
        /** StockGroup */
        StockGroup: {
            belowZero: number;
            /** Format: uuid */
            id: string;
            inTransitCents: number;
            items: number;
            name: components["schemas"]["Words"];
            products: number;
            stores: number;
            valueCents: number;
        };
        /** StockItemOut */
        StockItemOut: {
            item: components["schemas"]["StockOut"];
            lots: components["schemas"]["LotOut"][];
            transfers: components["schemas"]["ItemTransfer"][];
        };
        /** StockOut */
        StockOut: {
            available: string;
            backRoom: string;
            belowZero: boolean;
            bins: string;
            blocked: string;
            /** Format: date-time */
            changedAt: string;
            code: string;
            inTransit: string;
            inTransitCents: number;
            name: components["schemas"]["Words"];
            onOrder: string;
            /** Format: uuid */
            productId: string;
            quantity: string;
            reserved: string;
            shelf: string;
            storeCode: string;
            /** Format: uuid */
            storeId: string;
            storeKind: components["schemas"]["StoreKind"];
            storeName: string;
            unit: string;
            unitCost: string;
            unitName: components["schemas"]["Words"];
            valueCents: number;
        };
        /** StockResults */
        StockResults: {
            costCents: number;
            outDays: number;
            outRate: number | null;
            outShare: number | null;
            perishedCents: number;
            perishedRate: number | null;
            productDays: number;
            salesCents: number;
            stockCents: number;
            stockDays: number | null;
            wasteCents: number;
            wasteRate: number | null;
        };
        /** StockRuleOut */
        StockRuleOut: {
            negativeAllowed: boolean;
        };
        /** StockTotals */
        StockTotals: {
            belowZero: number;
            inTransitCents: number;
            items: number;
            products: number;
            stores: number;
            valueCents: number;
        };
        /** StoreAccuracy */
        StoreAccuracy: {
            accuracy: components["schemas"]["counts_schemas_office_Accuracy"];
            /** Format: uuid */
            storeId: string;
            storeName: string;
        };
        /** StoreCorrectionList */
        StoreCorrectionList: {
            days: number;
            stores: components["schemas"]["StoreCorrections"][];
            version: string | null;
        };
        /** StoreCorrections */
        StoreCorrections: {
            added: number;
            alert: boolean;
            corrected: number;
            high: number;
            low: number;
            moved: number;
            others: number | null;
            photos: number;
            regionName: string;
            relabelled: number;
            removed: number;
            /** Format: uuid */
            storeId: string;
            storeName: string;
        };
        /** StoreDeliveryOut */
        StoreDeliveryOut: {
            budgetCents: number | null;
            regionName: string;
            storeCode: string;
            /** Format: uuid */
            storeId: string;
            storeName: string;
            version: number;
            weekdays: number[];
        };
        /** StoreFigures */
        StoreFigures: {
            availability: number | null;
            /** Format: uuid */
            id: string;
            lastScore: number | null;
            lastVisitAt: string | null;
            name: string;
            openTasks: number;
            regionName: string;
        };
        /**
         * StoreFormat
         * @description What kind of shop it is; checklists ask some things of some kinds only.
         * @enum {string}
         */
        StoreFormat: "convenience" | "grocery" | "fresh" | "bakery" | "drinks" | "restaurant";
        /** StoreGap */
        StoreGap: {
            /** Format: uuid */
            id: string;
            name: string;
            openTasks: number;
            regionName: string;
        };
        /** StoreHealth */
        StoreHealth: {
            dimensions: components["schemas"]["DimensionOut"][];
            health: number | null;
            /** Format: uuid */
            id: string;
            name: string;
            regionName: string;
            weighed: number;
            weight: number;
        };
        /**
         * StoreKind
         * @description Whether it sells; a warehouse has stock, people and a place in the chain like a store, and no tills.
         * @default store
         * @enum {string}
         */
        StoreKind: "store" | "warehouse";
        /** StoreLabels */
        StoreLabels: {
            photos: number;
            /** Format: uuid */
            storeId: string;
            /** @default  */
            storeName: string;
        };
        /** StoreOut */
        StoreOut: {
            /** @description HH:MM on the store's clock */
            businessDayCut: string;
            code: string;
            format: components["schemas"]["StoreFormat"] | null;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["StoreKind"];
            legalEntityId: string | null;
            legalEntityName: string | null;
            name: string;
            openingHours: components["schemas"]["OpenHours"][];
            position: components["schemas"]["stores_position_Position"] | null;
            /** Format: uuid */
            regionId: string;
            regionName: string;
            status: components["schemas"]["StoreStatus"];
            timeZone: string;
            version: number;
        };
        /** StorePiece */
        StorePiece: {
            answered: string | null;
            cents: number;
            expectedOn: string | null;
            /** Format: uuid */
            orderId: string;
            quantity: string;
            storeCode: string;
            storeName: string;
        };
        /** StoreRanking */
        StoreRanking: {
            /** Format: date */
            first: string;
            /** Format: date */
            last: string;
            stores: components["schemas"]["StoreScore"][];
        };
        /**
         * Datum
         * @description The reference system of a pair of coordinates.
         * @default WGS84
         * @enum {string}
         */
        stores_position_Datum: "WGS84" | "GCJ02" | "BD09";
        /** Position */
        stores_position_Position: {
            datum?: components["schemas"]["stores_position_Datum"];
            lat: number;
            lng: number;
        };
        /** StoreScore */
        StoreScore: {
            capped: number;
            faults: components["schemas"]["FaultCounts"];
            /** Format: uuid */
            id: string;
            inChain: components["schemas"]["Rank"];
            inRegion: components["schemas"]["Rank"];
            lastDay: string | null;
            lastScore: number | null;
            mean: number | null;
            name: string;
            regionName: string;
            visits: number;
        };
        /** StoreScores */
        StoreScores: {
            faults: components["schemas"]["Fault"][];
            /** Format: date */
            first: string;
            /** Format: date */
            last: string;
            sections: components["schemas"]["SectionTrend"][];
            store: components["schemas"]["StoreScore"];
            visits: components["schemas"]["ScoredVisit"][];
        };
        /** StoreShareOut */
        StoreShareOut: {
            first: boolean;
            need: string;
            note: string;
            ordered: string;
            /** Format: uuid */
            orderId: string;
            packQuantity: string;
            share: string;
            storeCode: string;
            storeName: string;
            urgent: boolean;
            why: components["schemas"]["ConfirmedWhy"];
        };
        /**
         * StoreStatus
         * @description Whether a store trades.
         * @default open
         * @enum {string}
         */
        StoreStatus: "preparing" | "open" | "closed";
        /** SubmitCount */
        SubmitCount: {
            lines?: number | null;
            round?: number | null;
        };
        /** SubmitOrder */
        SubmitOrder: {
            /** @default  */
            note: string;
            /** @default false */
            urgent: boolean;
        };
        /** SubmitVisit */
        SubmitVisit: {
            answers: number;
            ifVersion?: number | null;
        };
        /** Subscribe */
        Subscribe: {
            deviceName: string;
            endpoint: string;
            keys: components["schemas"]["SubscriptionKeys"];
        };
        /** SubscriptionKeys */
        SubscriptionKeys: {
            auth: string;
            p256dh: string;
        };
        /** SubscriptionOut */
        SubscriptionOut: {
            deviceName: string;
            /** Format: uuid */
            id: string;
            state: components["schemas"]["SubscriptionState"];
        };
        /**
         * SubscriptionState
         * @description Whether a browser still wants pushes: `gone` was said by the push service, `removed` by its owner.
         * @enum {string}
         */
        SubscriptionState: "live" | "gone" | "removed";
        /** SuggestionLine */
        SuggestionLine: {
            arithmetic: components["schemas"]["Arithmetic"] | null;
            attention: components["schemas"]["Attention"][];
            code: string;
            lastOrders: components["schemas"]["LastOrder"][];
            lastQuantity: string | null;
            leastQuantity: string;
            mostQuantity: string | null;
            mustOrder: boolean;
            name: components["schemas"]["Words"];
            orderedToday: string;
            outDays: number;
            packCents: number;
            packQuantity: string;
            /** Format: uuid */
            productId: string;
            promoted: boolean;
            quantity: string;
            /** Format: uuid */
            sourceId: string;
            unit: string;
            unitName: components["schemas"]["Words"];
        };
        /** SuggestionOut */
        SuggestionOut: {
            came: components["schemas"]["CameIn"][];
            /** Format: date */
            day: string;
            expected: components["schemas"]["ExpectedDay"][];
            line: components["schemas"]["SuggestionLine"];
            lots: components["schemas"]["LotLeft"][];
            ordered: components["schemas"]["OrderedLately"][];
            /** Format: date-time */
            plannedAt: string;
            promotions: components["schemas"]["PromotedDays"][];
            service: number;
            sold: components["schemas"]["SoldDay"][];
        };
        /** SuggestionsAsked */
        SuggestionsAsked: {
            /** Format: date-time */
            askedAt: string;
            /** Format: uuid */
            storeId: string;
        };
        /** SuggestionSource */
        SuggestionSource: {
            /** Format: date */
            arrivesOn: string;
            budgetCents: number | null;
            code: string;
            coverDays: number;
            /** Format: date-time */
            cutOffAt: string;
            /** Format: uuid */
            id: string;
            leastCents: number;
            name: string;
            originName: string;
            /** Format: date */
            soldFrom: string;
        };
        /** SuggestionsOut */
        SuggestionsOut: {
            /** Format: date */
            day: string;
            lines: components["schemas"]["SuggestionLine"][];
            plannedAt: string | null;
            reasonCents: number;
            reasonPercent: number;
            sources: components["schemas"]["SuggestionSource"][];
            /** Format: uuid */
            storeId: string;
        };
        /** SupplierOut */
        SupplierOut: {
            code: string;
            creditCode: string;
            email: string;
            /** Format: uuid */
            id: string;
            name: string;
            pinyin: string;
            status: components["schemas"]["SupplierStatus"];
            version: number;
        };
        /**
         * SupplierStatus
         * @description Whether the chain still buys from a supplier.
         * @default active
         * @enum {string}
         */
        SupplierStatus: "active" | "ended";
        /** SupplierWayOut */
        SupplierWayOut: {
            address: string;
            automatic: boolean;
            language: string;
            /** Format: uuid */
            supplierId: string;
            testAskedAt: string | null;
            testedAt: string | null;
            testFault: string;
            version: number;
            way: components["schemas"]["OrderWay"];
        };
        /** SyncOut */
        SyncOut: {
            counts: components["schemas"]["CountOut"][];
            cursor: string;
            full: boolean;
            notifications: components["schemas"]["NotificationOut"][];
            /** Format: date-time */
            serverTime: string;
            stores: components["schemas"]["StoreOut"][];
            tasks: components["schemas"]["TaskDetail"][];
            templates: components["schemas"]["TemplateOut"][];
            transfers: components["schemas"]["TransferOut"][];
            unread: number;
            visitAnswers: components["schemas"]["VisitAnswers"][];
            visits: components["schemas"]["VisitOut"][];
        };
        /** TagOut */
        TagOut: {
            epc: string;
            /** Format: date-time */
            readAt: string;
        };
        /** TagRead */
        TagRead: {
            epc: string;
            /** Format: date-time */
            readAt: string;
            round?: number | null;
            /** Format: uuid */
            zoneId: string;
        };
        /** TagsTaken */
        TagsTaken: {
            known: number;
            refused: components["schemas"]["RefusedTag"][];
            taken: number;
            unnamed: number;
        };
        /** TakeLines */
        TakeLines: {
            lines?: components["schemas"]["counts_schemas_take_LineForm"][];
            tags?: components["schemas"]["TagRead"][];
        };
        /** TakeTemplate */
        TakeTemplate: {
            file: components["schemas"]["TemplateFile"];
            /** Format: uuid */
            id: string;
        };
        /** TaskCounts */
        TaskCounts: {
            accepted: number;
            answered: number;
            blocked: number;
            nobody: number;
            open: number;
            overdue: number;
            repeated: number;
            withdrawn: number;
        };
        /** TaskDetail */
        TaskDetail: {
            assigneeId: string | null;
            assigneeName: string | null;
            before: string[];
            blocked: components["schemas"]["BlockedOut"] | null;
            checkpointId: string | null;
            comments: components["schemas"]["CommentOut"][];
            critical: boolean;
            /** Format: date-time */
            dueAt: string;
            findingCount: number;
            findings: components["schemas"]["FindingOut"][];
            /** Format: uuid */
            id: string;
            inspectionId: string | null;
            kind: string;
            level: number;
            liveRequired: boolean;
            nobody: boolean;
            note: string;
            /** Format: date-time */
            openedAt: string;
            overdue: boolean;
            repeatCount: number;
            repeatsId: string | null;
            requirement: components["schemas"]["Words"];
            responses: components["schemas"]["ResponseOut"][];
            returnedCount: number;
            status: components["schemas"]["TaskStatus"];
            steps: components["schemas"]["StepOut"][];
            /** Format: uuid */
            storeId: string;
            storeName: string;
            title: components["schemas"]["Words"];
            version: number;
        };
        /** TaskOut */
        TaskOut: {
            assigneeId: string | null;
            assigneeName: string | null;
            blocked: components["schemas"]["BlockedOut"] | null;
            checkpointId: string | null;
            critical: boolean;
            /** Format: date-time */
            dueAt: string;
            findingCount: number;
            /** Format: uuid */
            id: string;
            inspectionId: string | null;
            kind: string;
            level: number;
            nobody: boolean;
            /** Format: date-time */
            openedAt: string;
            overdue: boolean;
            repeatCount: number;
            repeatsId: string | null;
            returnedCount: number;
            status: components["schemas"]["TaskStatus"];
            /** Format: uuid */
            storeId: string;
            storeName: string;
            title: components["schemas"]["Words"];
            version: number;
        };
        /**
         * Verdict
         * @description What the verifier said of an answer.
         * @enum {string}
         */
        tasks_models_Verdict: "accepted" | "returned";
        /** TasksOut */
        TasksOut: {
            items: components["schemas"]["TaskOut"][];
        };
        /**
         * TaskStatus
         * @description open → answered → accepted; a returned answer makes it open again, and while it is blocked its clock stands.
         *
         *         One whose findings all fell was withdrawn before it was done.
         * @enum {string}
         */
        TaskStatus: "open" | "blocked" | "answered" | "accepted" | "withdrawn";
        /** TaskVersion */
        TaskVersion: {
            /** Format: uuid */
            id: string;
            ifVersion: number;
        };
        /** TemplateDraft */
        TemplateDraft: {
            /** @default 60 */
            criticalCap: string;
            formats?: components["schemas"]["StoreFormat"][];
            name: components["schemas"]["Words"];
            sections: components["schemas"]["SectionDraft"][];
        };
        /** TemplateFile */
        TemplateFile: {
            draft: components["schemas"]["TemplateDraft"];
            /**
             * @default storewalk.checklist
             * @constant
             */
            kind: "storewalk.checklist";
            /**
             * @default 1
             * @constant
             */
            version: 1;
        };
        /** TemplateItem */
        TemplateItem: {
            checkpointCount: number;
            formats: components["schemas"]["StoreFormat"][];
            /** Format: uuid */
            id: string;
            name: components["schemas"]["Words"];
            /** Format: date-time */
            recordedAt: string;
            version: number;
            /** Format: uuid */
            versionId: string;
        };
        /** TemplateOut */
        TemplateOut: {
            checkpointCount: number;
            criticalCap: number;
            formats: components["schemas"]["StoreFormat"][];
            /** Format: uuid */
            id: string;
            name: components["schemas"]["Words"];
            /** Format: date-time */
            publishedAt: string;
            sections: components["schemas"]["SectionOut"][];
            version: number;
            /** Format: uuid */
            versionId: string;
        };
        /** TermsForm */
        TermsForm: {
            capacity?: string | null;
            /** @default true */
            carried: boolean;
            ifVersion?: number | null;
            /** @default 0 */
            keepAtLeast: string;
            /** @default false */
            mustOrder: boolean;
            /** Format: uuid */
            productId: string;
        };
        /** TermsOut */
        TermsOut: {
            capacity: string | null;
            carried: boolean;
            keepAtLeast: string;
            mustOrder: boolean;
            productCode: string;
            /** Format: uuid */
            productId: string;
            productName: components["schemas"]["Words"];
            unitName: components["schemas"]["Words"];
            version: number;
        };
        /** TermsSetOut */
        TermsSetOut: {
            changed: number;
        };
        /** TokenOut */
        TokenOut: {
            accountName: string;
            expiresAt: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            recordedAt: string;
            scopes: string[];
            token?: string | null;
        };
        /** Totals */
        Totals: {
            differing: number;
            explained: number;
            explainedCents: number;
            gainCents: number;
            lossCents: number;
            matched: number;
            open: number;
            products: number;
            uncounted: number;
        };
        /** TransferExtraOut */
        TransferExtraOut: {
            code: string;
            productId: string | null;
            productName: components["schemas"]["Words"] | null;
            quantity: string;
            unitName: components["schemas"]["Words"] | null;
        };
        /** TransferItem */
        TransferItem: {
            cancelledAt: string | null;
            cancelledByName: string | null;
            crossesEntities: boolean;
            decidedAt: string | null;
            decidedByName: string | null;
            differing: number;
            extraCount: number;
            fromEntityName: string | null;
            /** Format: uuid */
            fromStoreId: string;
            fromStoreName: string;
            /** Format: uuid */
            id: string;
            lineCount: number;
            note: string;
            reason: string;
            receivedAt: string | null;
            receivedByName: string | null;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            requestedAt: string;
            /** Format: uuid */
            requestedBy: string;
            requestedByName: string;
            shippedAt: string | null;
            shippedByName: string | null;
            status: components["schemas"]["TransferStatus"];
            toEntityName: string | null;
            /** Format: uuid */
            toStoreId: string;
            toStoreName: string;
            valueCents: number;
            version: number;
        };
        /** TransferLineOut */
        TransferLineOut: {
            approved: string | null;
            /** Format: uuid */
            id: string;
            parts: components["schemas"]["TransferPartOut"][];
            productCode: string;
            /** Format: uuid */
            productId: string;
            productName: components["schemas"]["Words"];
            received: string | null;
            requested: string;
            shipped: string | null;
            shippedValueCents: number | null;
            unit: string;
            unitName: components["schemas"]["Words"];
        };
        /** TransferOut */
        TransferOut: {
            cancelledAt: string | null;
            cancelledByName: string | null;
            crossesEntities: boolean;
            decidedAt: string | null;
            decidedByName: string | null;
            differing: number;
            extraCount: number;
            extras: components["schemas"]["TransferExtraOut"][];
            fromEntityName: string | null;
            /** Format: uuid */
            fromStoreId: string;
            fromStoreName: string;
            /** Format: uuid */
            id: string;
            lineCount: number;
            lines: components["schemas"]["TransferLineOut"][];
            note: string;
            reason: string;
            receivedAt: string | null;
            receivedByName: string | null;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            requestedAt: string;
            /** Format: uuid */
            requestedBy: string;
            requestedByName: string;
            shippedAt: string | null;
            shippedByName: string | null;
            status: components["schemas"]["TransferStatus"];
            toEntityName: string | null;
            /** Format: uuid */
            toStoreId: string;
            toStoreName: string;
            valueCents: number;
            version: number;
        };
        /** TransferPartOut */
        TransferPartOut: {
            expiresOn: string | null;
            /** Format: uuid */
            id: string;
            lotCode: string | null;
            note: string;
            photoIds: string[];
            reason: components["schemas"]["DifferenceReason"] | null;
            received: string | null;
            shipped: string;
            valueCents: number;
        };
        /** TransferPick */
        TransferPick: {
            expiresOn: string | null;
            /** Format: uuid */
            lineId: string;
            lotCode: string | null;
            place: string;
            placeName: string;
            quantity: string;
        };
        /** TransfersDecided */
        TransfersDecided: {
            transfers: number;
        };
        /**
         * TransferStatus
         * @description requested → approved → shipped → received; refused instead of approved, cancelled before it is shipped.
         * @enum {string}
         */
        TransferStatus: "requested" | "refused" | "approved" | "shipped" | "received" | "cancelled";
        /** TransferStore */
        TransferStore: {
            code: string;
            /** Format: uuid */
            id: string;
            name: string;
            regionName: string;
        };
        /** TransferVersion */
        TransferVersion: {
            /** Format: uuid */
            id: string;
            ifVersion: number;
        };
        /**
         * TrendBy
         * @description What has a line of its own. A shelf is a checkpoint: of one store, or the same one of many.
         * @default region
         * @enum {string}
         */
        TrendBy: "region" | "store" | "shelf";
        /** TrendLine */
        TrendLine: {
            availability: number;
            key: string;
            name: components["schemas"]["Words"];
            photos: number;
            points: components["schemas"]["TrendPoint"][];
            regionName: string;
        };
        /** TrendPoint */
        TrendPoint: {
            availability: number;
            corrected: number;
            /** Format: date */
            date: string;
            facings: number;
            gaps: number;
            photos: number;
        };
        /**
         * TrendStep
         * @description What is a point: a business date, or a week from Monday.
         * @default week
         * @enum {string}
         */
        TrendStep: "day" | "week";
        /** UnblockTask */
        UnblockTask: {
            ifVersion: number;
            /** @default  */
            note: string;
        };
        /**
         * UncountedDecision
         * @description What nobody counted although the book has it: there is none (`zero`), or it was overlooked (`keep` the book).
         * @enum {string}
         */
        UncountedDecision: "zero" | "keep";
        /** UnitOut */
        UnitOut: {
            code: string;
            /** Format: uuid */
            id: string;
            name: components["schemas"]["Words"];
        };
        /** UnorderedList */
        UnorderedList: {
            items: components["schemas"]["UnorderedOut"][];
        };
        /** UnorderedOut */
        UnorderedOut: {
            /** Format: date-time */
            cutOffAt: string;
            /** Format: date */
            day: string;
            orderId: string | null;
            /** Format: uuid */
            sourceId: string;
            sourceName: string;
            state: components["schemas"]["OrderState"] | null;
            storeCode: string;
            /** Format: uuid */
            storeId: string;
            storeName: string;
        };
        /** Unread */
        Unread: {
            count: number;
        };
        /** Upload */
        Upload: {
            fields: {
                [key: string]: string;
            };
            url: string;
        };
        /** VarianceOut */
        VarianceOut: {
            between: string;
            categoryName: components["schemas"]["Words"];
            counted: string | null;
            decision: components["schemas"]["UncountedDecision"] | null;
            expected: string | null;
            explained: string;
            explainedCents: number;
            moved: string;
            note: string;
            productCode: string;
            /** Format: uuid */
            productId: string;
            productName: components["schemas"]["Words"];
            reason: components["schemas"]["VarianceReason"] | null;
            recount: boolean;
            recounted: boolean;
            submittedVariance: string;
            uncounted: boolean;
            unit: string;
            valueCents: number;
            variance: string;
        };
        /**
         * VarianceReason
         * @description Why the book was wrong, as far as anybody knows.
         * @enum {string}
         */
        VarianceReason: "miscounted_before" | "received_wrong" | "sold_as_another" | "unrecorded_waste" | "unrecorded_transfer" | "theft" | "other";
        /** Variances */
        Variances: {
            items: components["schemas"]["VarianceOut"][];
            next: string | null;
            totals: components["schemas"]["Totals"];
        };
        /** VerdictOut */
        VerdictOut: {
            brokenAt: number | null;
            checked: number;
        };
        /** VerifyTask */
        VerifyTask: {
            accepted: boolean;
            ifVersion: number;
            reason?: string | null;
        };
        /** VersionItem */
        VersionItem: {
            checkpointCount: number;
            name: components["schemas"]["Words"];
            /** Format: date-time */
            publishedAt: string;
            publishedBy: string | null;
            version: number;
        };
        /** VisitAnswers */
        VisitAnswers: {
            answered: number;
            answers: components["schemas"]["AnswerOut"][];
            needsPerson: number;
            notAsked: string[];
            pending: number;
            total: number;
            /** Format: uuid */
            visitId: string;
        };
        /** VisitCalendar */
        VisitCalendar: {
            capacity: number;
            days: components["schemas"]["VisitCalendarDay"][];
            inspectors: components["schemas"]["InspectorLoad"][];
        };
        /** VisitCalendarDay */
        VisitCalendarDay: {
            /** Format: date */
            day: string;
            done: number;
            missed: number;
            planned: number;
            skipped: components["schemas"]["SkippedCount"][];
            underWay: number;
            visits: components["schemas"]["CalendarVisit"][];
        };
        /** VisitCounts */
        VisitCounts: {
            done: number;
            missed: number;
            pending: number;
            planned: number;
        };
        /**
         * VisitKind
         * @description Who looks: an inspector who comes, or the store at itself.
         * @default visit
         * @enum {string}
         */
        VisitKind: "visit" | "selfCheck";
        /** VisitOut */
        VisitOut: {
            answered: number;
            answers: components["schemas"]["AnswerOut"][];
            checkIn: components["schemas"]["CheckInOut"] | null;
            dueAt: string | null;
            /** Format: uuid */
            id: string;
            inspectorId: string | null;
            inspectorName: string | null;
            kind: components["schemas"]["VisitKind"];
            lastScore: number | null;
            needsPerson: number;
            notAsked: string[];
            openDisputes: number;
            openTasks: number;
            pending: number;
            /** Format: date */
            plannedFor: string;
            /** Format: date-time */
            recordedAt: string;
            reinspectsId: string | null;
            review: components["schemas"]["ReviewOut"] | null;
            scheduleId: string | null;
            score: number | null;
            scoreDetail: components["schemas"]["ScoreDetail"] | null;
            signedAt: string | null;
            signing: components["schemas"]["Signing"] | null;
            signUntil: string | null;
            startedAt: string | null;
            status: components["schemas"]["VisitStatus"];
            storeFormat: components["schemas"]["StoreFormat"] | null;
            /** Format: uuid */
            storeId: string;
            storeName: string;
            submittedAt: string | null;
            template: components["schemas"]["TemplateOut"];
            /** Format: uuid */
            templateId: string;
            templateName: components["schemas"]["Words"];
            /** Format: uuid */
            templateVersionId: string;
            total: number;
            unannounced: boolean;
            version: number;
            windowFrom: string | null;
        };
        /** VisitRoute */
        VisitRoute: {
            /** Format: date */
            day: string;
            metres: number;
            stops: components["schemas"]["RouteStop"][];
        };
        /**
         * VisitStatus
         * @description planned → started → submitted → scored; missed and cancelled are ends beside the road.
         * @enum {string}
         */
        VisitStatus: "planned" | "started" | "submitted" | "scored" | "missed" | "cancelled";
        /** WallPhoto */
        WallPhoto: {
            distanceM: number | null;
            doubts: components["schemas"]["Doubt"][];
            durationMs: number | null;
            exifApartM: number | null;
            exifTakenAt: string | null;
            height: number | null;
            /** Format: uuid */
            id: string;
            links: components["schemas"]["PhotoLinks"] | null;
            position: components["schemas"]["photos_schemas_Position"] | null;
            purpose: components["schemas"]["Purpose"];
            reading: components["schemas"]["Reading"] | null;
            reason: components["schemas"]["photos_darkroom_Reason"] | null;
            /** Format: date-time */
            recordedAt: string;
            regionName: string;
            removedAt: string | null;
            reusedOf: string | null;
            sound: string | null;
            source: components["schemas"]["Source"] | null;
            state: components["schemas"]["PhotoState"];
            /** Format: uuid */
            storeId: string;
            storeName: string;
            takenAt: string | null;
            width: number | null;
        };
        /** WarehouseLack */
        WarehouseLack: {
            asked: string;
            cents: number | null;
            code: string;
            coming: string;
            name: components["schemas"]["Words"];
            packQuantity: string | null;
            packs: string | null;
            /** Format: uuid */
            productId: string;
            quantity: string | null;
            rows: components["schemas"]["LackRow"][];
            short: string;
            sourceId: string | null;
            sourceName: string;
            there: string;
            unitName: components["schemas"]["Words"];
        };
        /** WarehouseLine */
        WarehouseLine: {
            /** Format: uuid */
            productId: string;
            quantity: string;
        };
        /** WarehouseNeed */
        WarehouseNeed: {
            products: components["schemas"]["WarehouseLack"][];
            /** Format: uuid */
            warehouseId: string;
            warehouseName: string;
        };
        /** WarehouseNeeds */
        WarehouseNeeds: {
            items: components["schemas"]["WarehouseNeed"][];
        };
        /** WarehouseOrderOut */
        WarehouseOrderOut: {
            /** Format: date */
            day: string;
            /** Format: uuid */
            id: string;
            lines: number;
            /** Format: uuid */
            sourceId: string;
            totalCents: number;
        };
        /** WasteOut */
        WasteOut: {
            decidedAt: string | null;
            decidedByName: string | null;
            decisionNote: string;
            /** Format: uuid */
            id: string;
            lotCode: string | null;
            lotId: string | null;
            note: string;
            photoIds: string[];
            productCode: string;
            /** Format: uuid */
            productId: string;
            productName: components["schemas"]["Words"];
            quantity: string;
            reason: components["schemas"]["WasteReason"];
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            reportedAt: string;
            reportedByName: string;
            status: components["schemas"]["WasteStatus"];
            /** Format: uuid */
            storeId: string;
            storeName: string;
            taxLost: boolean;
            unit: string;
            unitName: components["schemas"]["Words"];
            valueCents: number;
            version: number;
        };
        /**
         * WasteReason
         * @description Why goods were thrown away.
         * @enum {string}
         */
        WasteReason: "expired" | "damaged" | "spoiled" | "neglect" | "theft" | "tasting" | "disaster" | "other";
        /** WasteRuleOut */
        WasteRuleOut: {
            approvalCents: number;
        };
        /**
         * WasteStatus
         * @description A report of little value is posted at once, one above the limit waits for somebody else.
         * @enum {string}
         */
        WasteStatus: "pending" | "posted" | "refused";
        /** WaveOrder */
        WaveOrder: {
            /** Format: uuid */
            id: string;
            lines: number;
            state: components["schemas"]["OrderState"];
            storeCode: string;
            /** Format: uuid */
            storeId: string;
            storeName: string;
            urgent: boolean;
            version: number;
        };
        /** WaveOut */
        WaveOut: {
            /** Format: date */
            day: string;
            orders: components["schemas"]["WaveOrder"][];
            products: components["schemas"]["WaveProduct"][];
            /** Format: uuid */
            warehouseId: string;
        };
        /** WavePick */
        WavePick: {
            code: string;
            expiresOn: string | null;
            lotCode: string | null;
            name: components["schemas"]["Words"];
            /** Format: uuid */
            orderId: string;
            place: components["schemas"]["PlaceKind"];
            placeName: string;
            /** Format: uuid */
            productId: string;
            quantity: string;
            storeCode: string;
            storeName: string;
        };
        /** WavePicks */
        WavePicks: {
            picks: components["schemas"]["WavePick"][];
        };
        /** WaveProduct */
        WaveProduct: {
            code: string;
            name: components["schemas"]["Words"];
            ordered: string;
            /** Format: uuid */
            productId: string;
            short: string;
            there: string;
            toShip: string;
            unitName: components["schemas"]["Words"];
        };
        /** WaveSharesOut */
        WaveSharesOut: {
            /** Format: date */
            day: string;
            enough: number;
            products: components["schemas"]["ProductShareOut"][];
            seen: string;
            /** Format: uuid */
            warehouseId: string;
        };
        /**
         * Which
         * @description Which variances to show.
         * @default all
         * @enum {string}
         */
        Which: "all" | "differing" | "uncounted" | "recount" | "open";
        /** WithdrawOrder */
        WithdrawOrder: {
            /** @default  */
            reason: string;
        };
        /** Words */
        Words: {
            en: string;
            zh: string;
        };
        /** ZoneForm */
        ZoneForm: {
            id?: string | null;
            name: string;
            place?: components["schemas"]["ZonePlace"];
        };
        /** ZoneOut */
        ZoneOut: {
            closedAt: string | null;
            counters: string[];
            /** Format: uuid */
            id: string;
            lines: number;
            name: string;
            place: components["schemas"]["ZonePlace"];
            tags: number;
        };
        /**
         * ZonePlace
         * @description Where in the store a zone lies.
         * @default shelf
         * @enum {string}
         */
        ZonePlace: "shelf" | "back_room";
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getAccessPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessPolicyOut"];
                };
            };
        };
    };
    setAccessPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetAccessPolicy"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessPolicyOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number | null;
                q?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.identity.schemas.AccountOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    openAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenAccount"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    deactivateAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    setGrants: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetGrants"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordGiven"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getAccountPhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    setAccountPhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPhone"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getReach: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReachOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    resetSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    setWecomUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetWeComUser"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReachOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    givePasswords: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GivePasswords"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordNotes"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listArrivalSheets: {
        parameters: {
            query?: {
                store?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArrivalSheets"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number | null;
                subject?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.audit.controllers.AuditOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    verifyAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerdictOut"];
                };
            };
        };
    };
    listCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.catalog.schemas.CategoryOut_"];
                };
            };
        };
    };
    addCategory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddCategory"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getChannels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelsOut"];
                };
            };
        };
    };
    setDeliveryRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetRules"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelsOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    testChannel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskTest"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryRef"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    setUpWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetWebhook"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelsOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    setUpWecom: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetWeCom"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelsOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    readLibrary: {
        parameters: {
            query?: {
                category?: components["schemas"]["LibraryCategory"] | null;
                format?: components["schemas"]["StoreFormat"] | null;
                search?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryPart"][];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listCounts: {
        parameters: {
            query?: {
                cursor?: string | null;
                kind?: components["schemas"]["CountKind"] | null;
                limit?: number | null;
                status?: components["schemas"]["CountStatus"][] | null;
                store?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.counts.schemas.counts.CountItem_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    openCount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenCount"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getCount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                count_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    approveCount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                count_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveCount"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    cancelCount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                count_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelCount"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listCountLines: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number | null;
                product?: string | null;
                unknown?: boolean;
            };
            header?: never;
            path: {
                count_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.counts.schemas.take.LineOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    takeCountLines: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                count_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeLines"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinesTaken"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    nameCountedProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                count_id: string;
                line_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["counts_schemas_review_NameProduct"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    setCountedCodeAside: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                count_id: string;
                line_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetAside"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listCountTags: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number | null;
            };
            header?: never;
            path: {
                count_id: string;
                line_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.counts.schemas.take.TagOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getCountProgress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                count_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CounterProgress"][];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    askRecount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                count_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskRecount"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    reviewVariances: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                count_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewMany"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManyReviewed"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    takeCountPrint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                count_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    takeCountWorkbook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                count_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    submitCount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                count_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitCount"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listVariances: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number | null;
                /** @description Which variances to show. */
                which?: components["schemas"]["Which"];
            };
            header?: never;
            path: {
                count_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Variances"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getVariance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                count_id: string;
                product_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VarianceOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    reviewVariance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                count_id: string;
                product_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewVariance"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VarianceOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    closeCountZone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                count_id: string;
                zone_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getCountAccuracy: {
        parameters: {
            query?: {
                from?: string | null;
                store?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccuracyOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getCycleRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CycleRuleOut"];
                };
            };
        };
    };
    setCycleRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetCycleRule"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CycleRuleOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    planCounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanCounts"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountOut"][];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getCountRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleOut"];
                };
            };
        };
    };
    setCountRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetCountRule"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                channel?: components["schemas"]["Channel"] | null;
                cursor?: string | null;
                limit?: number | null;
                person?: string | null;
                since?: string | null;
                status?: components["schemas"]["DeliveryState"] | null;
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.notifications.schemas.DeliveryOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    resendDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getDeliveryFigures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiguresOut"];
                };
            };
        };
    };
    getCalendar: {
        parameters: {
            query?: {
                year?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    setSpecialDay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetSpecialDay"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpecialDayOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    resetSpecialDay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetSpecialDay"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpecialDayOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listSignals: {
        parameters: {
            query?: {
                cursor?: string | null;
                from?: string | null;
                kind?: components["schemas"]["SignalKind"] | null;
                limit?: number | null;
                measured?: boolean | null;
                place?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.ordering.signal_schemas.SignalOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    enterSignal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterSignal"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignalOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getSignal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignalOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    changeSignal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSignal"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignalOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    cancelSignal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelSignal"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignalOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listDisputes: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number | null;
                status?: components["schemas"]["DisputeStatus"] | null;
                store?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.inspections.schemas.disputes.DisputeItem_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getDispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dispute_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputeDetail"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    decideDispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dispute_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideDispute"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputeDetail"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportDemandDays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    exportTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportTemplateWorkbook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportOrderDeliveries: {
        parameters: {
            query?: {
                source?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportOrderOffers: {
        parameters: {
            query?: {
                source?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportClaims: {
        parameters: {
            query?: {
                category?: string | null;
                from?: string | null;
                place?: string | null;
                source?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportClaimsWorkbook: {
        parameters: {
            query?: {
                category?: string | null;
                from?: string | null;
                place?: string | null;
                source?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportDecisions: {
        parameters: {
            query?: {
                category?: string | null;
                from?: string | null;
                /** @description Which orders that were decided on: all, those passed by the rules, by people, or told further up. */
                kind?: components["schemas"]["OrderKind"];
                place?: string | null;
                source?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportDecisionsWorkbook: {
        parameters: {
            query?: {
                category?: string | null;
                from?: string | null;
                /** @description Which orders that were decided on: all, those passed by the rules, by people, or told further up. */
                kind?: components["schemas"]["OrderKind"];
                place?: string | null;
                source?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportDeliveries: {
        parameters: {
            query?: {
                category?: string | null;
                from?: string | null;
                late?: boolean;
                place?: string | null;
                source?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportDeliveriesWorkbook: {
        parameters: {
            query?: {
                category?: string | null;
                from?: string | null;
                late?: boolean;
                place?: string | null;
                source?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportResultDays: {
        parameters: {
            query?: {
                category?: string | null;
                from?: string | null;
                /** @description Which days of stores: all, those on which something ran out, or on which something was wasted. */
                kind?: components["schemas"]["analytics_results_rows_DayKind"];
                place?: string | null;
                source?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportResultDaysWorkbook: {
        parameters: {
            query?: {
                category?: string | null;
                from?: string | null;
                /** @description Which days of stores: all, those on which something ran out, or on which something was wasted. */
                kind?: components["schemas"]["analytics_results_rows_DayKind"];
                place?: string | null;
                source?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportResultLines: {
        parameters: {
            query?: {
                category?: string | null;
                from?: string | null;
                /** @description Which lines: those compared with what was needed, those of them that were changed, or all that were ordered. */
                kind?: components["schemas"]["LineKind"];
                place?: string | null;
                reason?: components["schemas"]["DeviationReason"] | null;
                size?: components["schemas"]["ChangeSize"] | null;
                source?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportResultLinesWorkbook: {
        parameters: {
            query?: {
                category?: string | null;
                from?: string | null;
                /** @description Which lines: those compared with what was needed, those of them that were changed, or all that were ordered. */
                kind?: components["schemas"]["LineKind"];
                place?: string | null;
                reason?: components["schemas"]["DeviationReason"] | null;
                size?: components["schemas"]["ChangeSize"] | null;
                source?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportOrderingResults: {
        parameters: {
            query?: {
                /** @description What a table has a row for. */
                by?: components["schemas"]["analytics_results_outputs_GroupedBy"];
                category?: string | null;
                falling?: boolean;
                from?: string | null;
                place?: string | null;
                /** @description What the rows of a table are in the order of. */
                sort?: components["schemas"]["SortedBy"];
                source?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportOrderingResultsWorkbook: {
        parameters: {
            query?: {
                /** @description What a table has a row for. */
                by?: components["schemas"]["analytics_results_outputs_GroupedBy"];
                category?: string | null;
                falling?: boolean;
                from?: string | null;
                place?: string | null;
                /** @description What the rows of a table are in the order of. */
                sort?: components["schemas"]["SortedBy"];
                source?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportOrders: {
        parameters: {
            query?: {
                from?: string | null;
                place?: string | null;
                q?: string;
                source?: string | null;
                state?: components["schemas"]["OrderState"][] | null;
                to?: string | null;
                waiting?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportOrdersWorkbook: {
        parameters: {
            query?: {
                from?: string | null;
                place?: string | null;
                q?: string;
                source?: string | null;
                state?: components["schemas"]["OrderState"][] | null;
                to?: string | null;
                waiting?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    exportPeopleWorkbook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    exportProducts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    exportProductsWorkbook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    exportPromotions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    exportShelfPhotos: {
        parameters: {
            query?: {
                from?: string | null;
                region?: string | null;
                shelf?: string | null;
                store?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportShelfPhotosWorkbook: {
        parameters: {
            query?: {
                from?: string | null;
                region?: string | null;
                shelf?: string | null;
                store?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportShelfTrend: {
        parameters: {
            query?: {
                /** @description What has a line of its own. A shelf is a checkpoint: of one store, or the same one of many. */
                by?: components["schemas"]["TrendBy"];
                from?: string | null;
                region?: string | null;
                shelf?: string | null;
                /** @description What is a point: a business date, or a week from Monday. */
                step?: components["schemas"]["TrendStep"];
                store?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportShelfTrendWorkbook: {
        parameters: {
            query?: {
                /** @description What has a line of its own. A shelf is a checkpoint: of one store, or the same one of many. */
                by?: components["schemas"]["TrendBy"];
                from?: string | null;
                region?: string | null;
                shelf?: string | null;
                /** @description What is a point: a business date, or a week from Monday. */
                step?: components["schemas"]["TrendStep"];
                store?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportStock: {
        parameters: {
            query?: {
                category?: string | null;
                kind?: components["schemas"]["StoreKind"] | null;
                negative?: boolean;
                q?: string | null;
                region?: string | null;
                store?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportStoreHealth: {
        parameters: {
            query?: {
                place?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportStoreHealthWorkbook: {
        parameters: {
            query?: {
                place?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportStoreScores: {
        parameters: {
            query?: {
                from?: string | null;
                /** @description Who looks: an inspector who comes, or the store at itself. */
                kind?: components["schemas"]["VisitKind"];
                place?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportStoreScoresWorkbook: {
        parameters: {
            query?: {
                from?: string | null;
                /** @description Who looks: an inspector who comes, or the store at itself. */
                kind?: components["schemas"]["VisitKind"];
                place?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportStores: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    exportStoresWorkbook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    exportHeatMap: {
        parameters: {
            query?: {
                /** @description What the map has a column for. */
                across?: components["schemas"]["HeatColumns"];
                /** @description What the map has a row for. */
                by?: components["schemas"]["HeatRows"];
                from?: string | null;
                /** @description Who looks: an inspector who comes, or the store at itself. */
                kind?: components["schemas"]["VisitKind"];
                place?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportHeatMapWorkbook: {
        parameters: {
            query?: {
                /** @description What the map has a column for. */
                across?: components["schemas"]["HeatColumns"];
                /** @description What the map has a row for. */
                by?: components["schemas"]["HeatRows"];
                from?: string | null;
                /** @description Who looks: an inspector who comes, or the store at itself. */
                kind?: components["schemas"]["VisitKind"];
                place?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportVisits: {
        parameters: {
            query?: {
                checkIn?: components["schemas"]["CheckInLook"] | null;
                from?: string | null;
                /** @description Which visits a list shows: of the store's current day, not finished, of days that have begun, or every one. */
                scope?: components["schemas"]["ListScope"];
                status?: components["schemas"]["VisitStatus"] | null;
                store?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    exportVisitsWorkbook: {
        parameters: {
            query?: {
                checkIn?: components["schemas"]["CheckInLook"] | null;
                from?: string | null;
                /** @description Which visits a list shows: of the store's current day, not finished, of days that have begun, or every one. */
                scope?: components["schemas"]["ListScope"];
                status?: components["schemas"]["VisitStatus"] | null;
                store?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    getHealthRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthRuleOut"];
                };
            };
        };
    };
    setHealthRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetHealthRule"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthRuleOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    importDemandDays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SheetFile"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    importTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChecklistFile"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappedOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    importOrderDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SheetFile"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    importOrderOffers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SheetFile"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    importPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MappedFile"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappedOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getPeopleTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    importProducts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MappedFile"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappedOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getProductTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    importPromotions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SheetFile"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    importStores: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MappedFile"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappedOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getStoreTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    listCovers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverOut"][];
                };
            };
        };
    };
    setCover: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetCover"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    endCover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cover_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    planVisit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanVisit"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getInspectionRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionRuleOut"];
                };
            };
        };
    };
    setInspectionRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetInspectionRule"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionRuleOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listSchedules: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.inspections.plans.schemas.ScheduleOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    addSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddSchedule"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schedule_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    changeSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schedule_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSchedule"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    pauseSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schedule_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepSchedule"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    resumeSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schedule_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepSchedule"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    takeTemplateFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeTemplate"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listTemplates: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.inspections.schemas.templates.TemplateItem_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    publishTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTemplate"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    copyTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CopyTemplate"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getTemplateFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateFile"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listTemplateVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionItem"][];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    publishTemplateVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTemplateVersion"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getTemplateVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                template_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listVisits: {
        parameters: {
            query?: {
                checkIn?: components["schemas"]["CheckInLook"] | null;
                cursor?: string | null;
                from?: string | null;
                limit?: number | null;
                mine?: boolean;
                /** @description Which visits a list shows: of the store's current day, not finished, of days that have begun, or every one. */
                scope?: components["schemas"]["ListScope"];
                status?: components["schemas"]["VisitStatus"] | null;
                store?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.inspections.schemas.listed.ListedVisit_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    startVisit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartVisit"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    answerCheckpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                checkpoint_id: string;
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveAnswer"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    decideAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                checkpoint_id: string;
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideAnswer"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    cancelVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelVisit"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    moveVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveVisit"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    disputeFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisputeFinding"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    handOverVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOver"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    remarkVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemarkVisit"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getVisitReportPicture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getVisitReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    returnVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnVisit"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    signVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignVisit"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    signVisitInPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignPresent"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    startPlannedVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartPlanned"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    submitVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitVisit"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                cursor?: number | null;
                limit?: number | null;
                status?: "queued" | "failed" | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.core.job_routes.JobOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    retryJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listLabelExports: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.shelves.schemas.ExportOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    requestLabels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestLabels"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    takeLabels: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportLink"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listLegalEntities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.stores.schemas.LegalEntityOut_"];
                };
            };
        };
    };
    addLegalEntity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddLegalEntity"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalEntityOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    changeLegalEntity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entity_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeLegalEntity"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalEntityOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    setLocale: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetLocale"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getOwnQuietHours: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnQuietOut"];
                };
            };
        };
    };
    setOwnQuietHours: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetOwnQuiet"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnQuietOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorOut"];
                };
            };
        };
    };
    beginSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProveOneself"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorBegun"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmFactor"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProveOneself"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    removeSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProveOneself"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.notifications.schemas.NotificationOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    readNotification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notification_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unread"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    readAllNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unread"];
                };
            };
        };
    };
    countUnreadNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unread"];
                };
            };
        };
    };
    decideOrders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideOrders"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrdersDecided"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getOrderApprovalRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRulesOut"];
                };
            };
        };
    };
    setOrderApprovalRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetApprovalRules"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRulesOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listOrderClaims: {
        parameters: {
            query?: {
                cursor?: string | null;
                kind?: components["schemas"]["ClaimKind"] | null;
                limit?: number | null;
                source?: string | null;
                state?: components["schemas"]["ClaimState"] | null;
                store?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.ordering.fulfil_outputs.ClaimOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    openOrderClaim: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenClaim"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getOrderClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claim_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    decideOrderClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claim_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideClaim"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listOrderDeliveriesDue: {
        parameters: {
            query?: {
                day?: string | null;
                store?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveriesDue"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getOrderFigures: {
        parameters: {
            query?: {
                place?: string | null;
                source?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderFigures"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listDeskOrders: {
        parameters: {
            query?: {
                cursor?: string | null;
                from?: string | null;
                limit?: number | null;
                place?: string | null;
                q?: string;
                source?: string | null;
                state?: components["schemas"]["OrderState"][] | null;
                to?: string | null;
                waiting?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.ordering.order_desk_schemas.DeskOrder_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getOrderHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderHistory"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listUnordered: {
        parameters: {
            query?: {
                place?: string | null;
                source?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnorderedList"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getOrderReceivingRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivingRuleOut"];
                };
            };
        };
    };
    setOrderReceivingRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetReceivingRule"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivingRuleOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getOrderRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderRuleOut"];
                };
            };
        };
    };
    setOrderRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetOrderRule"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderRuleOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listOrderSources: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number | null;
                q?: string | null;
                status?: components["schemas"]["SourceStatus"] | null;
                store?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.ordering.supply_schemas.SourceOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    addOrderSource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddSource"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getOrderSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    changeOrderSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSource"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listOrderDeliveryDays: {
        parameters: {
            query?: {
                first?: string | null;
            };
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryDayOut"][];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    setOrderDeliveryDays: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetDeliveryDays"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryDayOut"][];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listOrderDeliveries: {
        parameters: {
            query?: {
                cursor?: string | null;
                every?: boolean;
                limit?: number | null;
                q?: string | null;
            };
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.ordering.supply_schemas.StoreDeliveryOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    setOrderDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetDeliveries"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listOrderOffers: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number | null;
                q?: string | null;
            };
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.ordering.supply_schemas.OfferOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    setOrderOffers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetOffers"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listSuggestions: {
        parameters: {
            query?: {
                store?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestionsOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getSuggestion: {
        parameters: {
            query?: {
                store?: string | null;
            };
            header?: never;
            path: {
                product_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestionOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listOffersBeside: {
        parameters: {
            query?: {
                store?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OffersOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    planSuggestions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanSuggestions"];
            };
        };
        responses: {
            /** @description Request accepted, processing continues off-line */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestionsAsked"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    setOrderTerms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetTerms"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermsSetOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getOrderWave: {
        parameters: {
            query?: {
                day?: string | null;
                warehouse?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaveOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    shareStock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareStock"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaveOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listOrderPicks: {
        parameters: {
            query?: {
                day?: string | null;
                warehouse?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WavePicks"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getOrderWaveShares: {
        parameters: {
            query?: {
                day?: string | null;
                first?: string[] | null;
                warehouse?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaveSharesOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listOrders: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number | null;
                source?: string | null;
                state?: components["schemas"]["OrderState"][] | null;
                store?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.ordering.order_schemas.OrderItem_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    openOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenOrder"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    acceptOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptOrder"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FulfilmentOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    decideOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideOrder"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelOrder"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    closeOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseOrder"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FulfilmentOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getOrderFulfilment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FulfilmentOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    setOrderLines: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetLines"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinesSet"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listPicksOfOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WavePicks"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    receiveOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiveOrder"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FulfilmentOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    shipOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShipOrder"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FulfilmentOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    submitOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitOrder"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    withdrawOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawOrder"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getOverview: {
        parameters: {
            query?: {
                date?: string | null;
                region?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    startOwnCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartOwnCheck"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getPhotoRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionOut"];
                };
            };
        };
    };
    setPhotoRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetRetention"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getPhotoShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                share_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    registerPhoto: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterPhoto"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredPhoto"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getPhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                photo_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhotoView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    correctBoxes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                photo_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectBoxes"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reading"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    completePhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                photo_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhotoOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listPhotoOrigins: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                photo_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhotoOrigin"][];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    sharePhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                photo_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareForm"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listPhotoTasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                photo_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhotoTask"][];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listPhotos: {
        parameters: {
            query?: {
                below?: number | null;
                cursor?: string | null;
                limit?: number | null;
                purpose?: components["schemas"]["Purpose"] | null;
                region?: string | null;
                reused?: boolean;
                since?: string | null;
                source?: components["schemas"]["Source"] | null;
                state?: components["schemas"]["PhotoState"] | null;
                store?: string | null;
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.shelves.wall.WallPhoto_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ingestSales: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SalesFeed"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    importSales: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SheetFile"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SalesFileOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listProducts: {
        parameters: {
            query?: {
                barcode?: string | null;
                category?: string | null;
                cursor?: string | null;
                limit?: number | null;
                q?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.catalog.schemas.ProductOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    addProduct: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddProduct"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                product_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    changeProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                product_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeProduct"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listPromotions: {
        parameters: {
            query?: {
                before?: string | null;
                cursor?: string | null;
                from?: string | null;
                limit?: number | null;
                place?: string | null;
                q?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.ordering.promotion_schemas.PromotionOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    addPromotion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddPromotion"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionDetail"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getPromotion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                promotion_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionDetail"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    changePromotion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                promotion_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePromotion"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionDetail"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    cancelPromotion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                promotion_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelPromotion"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionDetail"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listPurchaseNeeds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchaseNeeds"];
                };
            };
        };
    };
    getPurchaseNeed: {
        parameters: {
            query?: {
                day?: string | null;
            };
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchaseNeedOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listPurchases: {
        parameters: {
            query?: {
                cursor?: string | null;
                day?: string | null;
                limit?: number | null;
                source?: string | null;
                state?: components["schemas"]["PurchaseState"][] | null;
                supplier?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.ordering.purchase_schemas.PurchaseItem_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    sendPurchase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendPurchase"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchaseOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getPurchase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                purchase_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchaseOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getPurchaseLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                purchase_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchaseLinkOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    takePurchasePrint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                purchase_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    takePurchaseWorkbook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                purchase_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    sendPurchaseAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                purchase_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendAgain"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchaseOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    acknowledgeDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Acknowledge"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listPushDeliveries: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.notifications.schemas.DeliveryOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getPushKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushKey"];
                };
            };
        };
    };
    listPushSubscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.notifications.schemas.BrowserOut_"];
                };
            };
        };
    };
    subscribeToPush: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Subscribe"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    unsubscribeFromPush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subscription_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    testPush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subscription_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryRef"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listRefusedPhotos: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.photos.schemas.RefusedPhoto_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listRegions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.stores.schemas.RegionOut_"];
                };
            };
        };
    };
    addRegion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddRegion"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    changeRegion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                region_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeRegion"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getOrderingResults: {
        parameters: {
            query?: {
                category?: string | null;
                from?: string | null;
                place?: string | null;
                source?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderingResults"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listResultClaims: {
        parameters: {
            query?: {
                category?: string | null;
                cursor?: string | null;
                from?: string | null;
                limit?: number | null;
                place?: string | null;
                source?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.analytics.results.outputs.ClaimRow_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listResultDays: {
        parameters: {
            query?: {
                category?: string | null;
                cursor?: string | null;
                from?: string | null;
                /** @description Which days of stores: all, those on which something ran out, or on which something was wasted. */
                kind?: components["schemas"]["analytics_results_rows_DayKind"];
                limit?: number | null;
                place?: string | null;
                source?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.analytics.results.outputs.DayRow_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listResultProducts: {
        parameters: {
            query?: {
                /** @description Which days of stores: all, those on which something ran out, or on which something was wasted. */
                kind?: components["schemas"]["analytics_results_rows_DayKind"];
            };
            header?: never;
            path: {
                category_id: string;
                day: string;
                store_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.analytics.results.outputs.ProductRow_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listResultDecisions: {
        parameters: {
            query?: {
                category?: string | null;
                cursor?: string | null;
                from?: string | null;
                /** @description Which orders that were decided on: all, those passed by the rules, by people, or told further up. */
                kind?: components["schemas"]["OrderKind"];
                limit?: number | null;
                place?: string | null;
                source?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.analytics.results.outputs.DecidedRow_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listResultDeliveries: {
        parameters: {
            query?: {
                category?: string | null;
                cursor?: string | null;
                from?: string | null;
                late?: boolean;
                limit?: number | null;
                place?: string | null;
                source?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.analytics.results.outputs.DeliveryRow_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listResultLines: {
        parameters: {
            query?: {
                category?: string | null;
                cursor?: string | null;
                from?: string | null;
                /** @description Which lines: those compared with what was needed, those of them that were changed, or all that were ordered. */
                kind?: components["schemas"]["LineKind"];
                limit?: number | null;
                place?: string | null;
                reason?: components["schemas"]["DeviationReason"] | null;
                size?: components["schemas"]["ChangeSize"] | null;
                source?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.analytics.results.outputs.LineRow_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getOverrides: {
        parameters: {
            query?: {
                category?: string | null;
                from?: string | null;
                place?: string | null;
                source?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverrideTables"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listOrderingResults: {
        parameters: {
            query?: {
                /** @description What a table has a row for. */
                by?: components["schemas"]["analytics_results_outputs_GroupedBy"];
                category?: string | null;
                cursor?: string | null;
                falling?: boolean;
                from?: string | null;
                limit?: number | null;
                place?: string | null;
                /** @description What the rows of a table are in the order of. */
                sort?: components["schemas"]["SortedBy"];
                source?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.analytics.results.outputs.ResultRow_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.identity.schemas.RoleOut_"];
                };
            };
        };
    };
    listSales: {
        parameters: {
            query?: {
                cursor?: string | null;
                day?: string | null;
                limit?: number | null;
                store?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.sales.schemas.SaleOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getSale: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sale_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SaleDetail"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listParkedLines: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number | null;
                store?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.sales.schemas.ParkedLineOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    nameParkedProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["sales_schemas_NameProduct"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NamedOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listScopeNodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.identity.schemas.NodeOut_"];
                };
            };
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogIn"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
        };
    };
    beginSecondFactorAtLogIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogIn"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorBegun"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    beginWecomLogIn: {
        parameters: {
            query: {
                next?: string;
                org: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Redirect Response */
            302: {
                headers: {
                    /** @description target path for the redirect */
                    location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    finishWecomLogIn: {
        parameters: {
            query?: {
                code?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Redirect Response */
            302: {
                headers: {
                    /** @description target path for the redirect */
                    location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.identity.schemas.SessionOut_"];
                };
            };
        };
    };
    revokeSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listSheetMappings: {
        parameters: {
            query?: {
                kind?: components["schemas"]["SheetKind"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.integrations.mapping_schemas.MappingOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    keepSheetMapping: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeepMapping"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    renameSheetMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mapping_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameMapping"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    forgetSheetMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mapping_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    watchModels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelWatch"];
                };
            };
        };
    };
    listStoreCorrections: {
        parameters: {
            query?: {
                version?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoreCorrectionList"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getShelfAvailability: {
        parameters: {
            query?: {
                checkpoint?: string | null;
                from?: string | null;
                store?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShelfHistories"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listMeasuredPhotos: {
        parameters: {
            query?: {
                cursor?: string | null;
                from?: string | null;
                limit?: number | null;
                region?: string | null;
                shelf?: string | null;
                store?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.analytics.trend_schemas.MeasuredPhoto_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getShelfTrend: {
        parameters: {
            query?: {
                /** @description What has a line of its own. A shelf is a checkpoint: of one store, or the same one of many. */
                by?: components["schemas"]["TrendBy"];
                from?: string | null;
                region?: string | null;
                shelf?: string | null;
                /** @description What is a point: a business date, or a week from Monday. */
                step?: components["schemas"]["TrendStep"];
                store?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShelfTrend"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listStock: {
        parameters: {
            query?: {
                category?: string | null;
                cursor?: string | null;
                kind?: components["schemas"]["StoreKind"] | null;
                limit?: number | null;
                negative?: boolean;
                q?: string | null;
                region?: string | null;
                store?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.stock.schemas.StockOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listExpiringLots: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number | null;
                q?: string | null;
                stand?: components["schemas"]["Stand"] | null;
                store?: string | null;
                undone?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.stock.waste_schemas.ExpiringLot_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listEndedLots: {
        parameters: {
            query?: {
                cursor?: string | null;
                from?: string | null;
                handled?: boolean | null;
                limit?: number | null;
                store?: string | null;
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.stock.waste_schemas.EndedLot_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getExpiryMeasure: {
        parameters: {
            query?: {
                from?: string | null;
                store?: string | null;
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpiryMeasure"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listStockGroups: {
        parameters: {
            query?: {
                /** @description What a list of stock is added up by. */
                by?: components["schemas"]["stock_schemas_GroupedBy"];
                category?: string | null;
                cursor?: string | null;
                kind?: components["schemas"]["StoreKind"] | null;
                limit?: number | null;
                negative?: boolean;
                q?: string | null;
                region?: string | null;
                store?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.stock.schemas.StockGroup_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listStockMoves: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number | null;
                product?: string | null;
                store?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.stock.schemas.MoveOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listProductLots: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                product_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductLot"][];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listRecalls: {
        parameters: {
            query?: {
                active?: boolean | null;
                cursor?: string | null;
                limit?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.stock.recall_schemas.RecallItem_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    openRecall: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenRecall"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecallOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getRecall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recall_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecallOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    endRecall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recall_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndRecall"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecallOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    receiveStock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiveStock"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getStockRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockRuleOut"];
                };
            };
        };
    };
    setStockRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetStockRule"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockRuleOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    stepOnLot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lot_id: string;
                store_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepOnLot"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listPlaces: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                store_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.stock.place_schemas.PlaceOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    addPlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                store_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddPlace"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    changePlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                place_id: string;
                store_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePlace"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listPlacedGoods: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number | null;
            };
            header?: never;
            path: {
                place_id: string;
                store_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.stock.place_schemas.PlacedGoods_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getStockItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                product_id: string;
                store_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockItemOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    relocateGoods: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                store_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RelocateGoods"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelocationOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getStockTotals: {
        parameters: {
            query?: {
                category?: string | null;
                kind?: components["schemas"]["StoreKind"] | null;
                negative?: boolean;
                q?: string | null;
                region?: string | null;
                store?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockTotals"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listTransfers: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number | null;
                status?: components["schemas"]["TransferStatus"][] | null;
                store?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.stock.transfer_schemas.TransferItem_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    requestTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestTransfer"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                transfer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    approveTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                transfer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveTransfer"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    cancelTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                transfer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelTransfer"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listTransferPicks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                transfer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferPick"][];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    receiveTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                transfer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiveTransfer"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    refuseTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                transfer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseTransfer"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    shipTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                transfer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShipTransfer"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    decideTransfers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideTransfers"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransfersDecided"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listTransferStores: {
        parameters: {
            query?: {
                limit?: number | null;
                q?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferStore"][];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listWaste: {
        parameters: {
            query?: {
                cursor?: string | null;
                from?: string | null;
                limit?: number | null;
                status?: components["schemas"]["WasteStatus"][] | null;
                store?: string | null;
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.stock.waste_schemas.WasteOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    reportWaste: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportWaste"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WasteOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getWaste: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WasteOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    decideWaste: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideWaste"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WasteOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getWasteRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WasteRuleOut"];
                };
            };
        };
    };
    setWasteRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetWasteRule"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WasteRuleOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listStoreHealth: {
        parameters: {
            query?: {
                place?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthList"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getStoreHealth: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                store_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoreHealth"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listStores: {
        parameters: {
            query?: {
                cursor?: string | null;
                kind?: components["schemas"]["StoreKind"] | null;
                limit?: number | null;
                q?: string | null;
                region?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.stores.schemas.StoreOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    addStore: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddStore"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoreOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getStore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                store_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoreOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    changeStore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                store_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeStore"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoreOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getCheckInCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                store_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckInCodeOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    renewCheckInCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                store_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenewCheckInCode"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoreOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listOrderTerms: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number | null;
                q?: string | null;
            };
            header?: never;
            path: {
                store_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.ordering.supply_schemas.TermsOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listSuppliers: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number | null;
                q?: string | null;
                status?: components["schemas"]["SupplierStatus"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.partners.schemas.SupplierOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    addSupplier: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddSupplier"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getSupplier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                supplier_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    changeSupplier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                supplier_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSupplier"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getSupplierWay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                supplier_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierWayOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    setSupplierWay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                supplier_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetSupplierWay"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierWayOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    testSupplierWay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                supplier_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierWayOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    sync: {
        parameters: {
            query?: {
                answers?: boolean;
                since?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    syncProducts: {
        parameters: {
            query?: {
                since?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductChanges"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listTasks: {
        parameters: {
            query?: {
                cursor?: string | null;
                kind?: string | null;
                late?: boolean;
                limit?: number | null;
                mine?: boolean;
                nobody?: boolean;
                repeated?: boolean;
                status?: components["schemas"]["TaskStatus"] | null;
                store?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.tasks.schemas.TaskOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    openTasks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenTasks"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TasksOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskDetail"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    assignTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignTask"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskDetail"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    blockTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BlockTask"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskDetail"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    commentOnTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentOnTask"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskDetail"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    respondToTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RespondTask"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskDetail"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    unblockTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnblockTask"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskDetail"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    verifyTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyTask"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskDetail"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    assignTasks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignTasks"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TasksOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    countTasks: {
        parameters: {
            query?: {
                kind?: string | null;
                late?: boolean;
                mine?: boolean;
                nobody?: boolean;
                repeated?: boolean;
                store?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskCounts"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    rescheduleTasks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescheduleTasks"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TasksOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listTaskGaps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GapsOut"];
                };
            };
        };
    };
    listTaskPeople: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                store_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.identity.schemas.TokenOut_"];
                };
            };
        };
    };
    issueToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueToken"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listRebalances: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number | null;
                state?: components["schemas"]["RebalanceState"][] | null;
                store?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.ordering.rebalance_schemas.RebalanceOut_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getRebalance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rebalance_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebalanceOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    acceptRebalance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rebalance_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebalanceOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    refuseRebalance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rebalance_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseRebalance"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebalanceOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    acceptRebalances: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptRebalances"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebalancesAccepted"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getRebalanceRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebalanceRuleOut"];
                };
            };
        };
    };
    setRebalanceRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetRebalanceRule"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebalanceRuleOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listUnits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.catalog.schemas.UnitOut_"];
                };
            };
        };
    };
    addUnit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddUnit"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getVisitCalendar: {
        parameters: {
            query?: {
                each?: number;
                from?: string | null;
                inspector?: string | null;
                kind?: components["schemas"]["VisitKind"] | null;
                region?: string | null;
                store?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitCalendar"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getVisitReports: {
        parameters: {
            query?: {
                visit?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listHeatAnswers: {
        parameters: {
            query?: {
                checkpoint?: string | null;
                cursor?: string | null;
                from?: string | null;
                /** @description Who looks: an inspector who comes, or the store at itself. */
                kind?: components["schemas"]["VisitKind"];
                limit?: number | null;
                outcome?: components["schemas"]["Outcome"] | null;
                place?: string | null;
                region?: string | null;
                section?: string | null;
                store?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.analytics.heat.outputs.HeatAnswer_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getHeatMap: {
        parameters: {
            query?: {
                /** @description What the map has a column for. */
                across?: components["schemas"]["HeatColumns"];
                /** @description What the map has a row for. */
                by?: components["schemas"]["HeatRows"];
                from?: string | null;
                /** @description Who looks: an inspector who comes, or the store at itself. */
                kind?: components["schemas"]["VisitKind"];
                place?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackedMap"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getInspectorResults: {
        parameters: {
            query?: {
                from?: string | null;
                /** @description Who looks: an inspector who comes, or the store at itself. */
                kind?: components["schemas"]["VisitKind"];
                place?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectorResults"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getStoreRanking: {
        parameters: {
            query?: {
                from?: string | null;
                /** @description Who looks: an inspector who comes, or the store at itself. */
                kind?: components["schemas"]["VisitKind"];
                place?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoreRanking"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getStoreScores: {
        parameters: {
            query?: {
                from?: string | null;
                /** @description Who looks: an inspector who comes, or the store at itself. */
                kind?: components["schemas"]["VisitKind"];
                place?: string | null;
                to?: string | null;
            };
            header?: never;
            path: {
                store_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoreScores"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listVisitReviews: {
        parameters: {
            query?: {
                below?: number | null;
                brief?: number | null;
                critical?: boolean;
                cursor?: string | null;
                flagged?: boolean;
                from?: string | null;
                inspector?: string | null;
                limit?: number | null;
                place?: string | null;
                stand?: components["schemas"]["ReviewStand"] | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_storewalk.inspections.review.schemas.ReviewItem_"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    approveVisits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveVisits"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovedVisits"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    readReviewFigures: {
        parameters: {
            query?: {
                below?: number | null;
                brief?: number | null;
                critical?: boolean;
                flagged?: boolean;
                from?: string | null;
                inspector?: string | null;
                place?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewFigures"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    getVisitRoute: {
        parameters: {
            query?: {
                /** @description The reference system of a pair of coordinates. */
                datum?: components["schemas"]["stores_position_Datum"];
                inspector?: string | null;
                lat?: number | null;
                lng?: number | null;
            };
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitRoute"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    listWarehouseNeeds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WarehouseNeeds"];
                };
            };
        };
    };
    orderForWarehouse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderForWarehouse"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WarehouseOrderOut"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
}
